package io.fulfillx.scanner.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which identifiers may follow each other in the path of a Digital Link. */
final class LinkPath {
    /** Words that stand for identifiers in the paths of older links. */
    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("cpid", "8010"),
                    Map.entry("cpsn", "8011"),
                    Map.entry("cpv", "22"),
                    Map.entry("gcn", "255"),
                    Map.entry("gdti", "253"),
                    Map.entry("giai", "8004"),
                    Map.entry("ginc", "401"),
                    Map.entry("gln", "414"),
                    Map.entry("glnx", "254"),
                    Map.entry("gmn", "8013"),
                    Map.entry("grai", "8003"),
                    Map.entry("gsin", "402"),
                    Map.entry("gsrn", "8018"),
                    Map.entry("gsrnp", "8017"),
                    Map.entry("gtin", "01"),
                    Map.entry("itip", "8006"),
                    Map.entry("lot", "10"),
                    Map.entry("party", "417"),
                    Map.entry("refno", "8020"),
                    Map.entry("ser", "21"),
                    Map.entry("srin", "8019"),
                    Map.entry("sscc", "00"));

    private LinkPath() {}

    /** The identifier that a word of old links stands for; the word itself if it is none. */
    static String code(String segment) {
        return WORDS.getOrDefault(segment, segment);
    }

    /** Whether these may stand in a path in this order, the key first. */
    static boolean allowed(List<ApplicationIdentifier> path) {
        for (List<String> choice : path.getFirst().pairing().paths()) {
            if (inOrder(path, choice)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an identifier should have been put into this path. */
    static boolean couldTake(List<ApplicationIdentifier> path, ApplicationIdentifier another) {
        for (List<String> choice : path.getFirst().pairing().paths()) {
            if (choice.contains(another.code()) && fits(path, choice, another)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(
            List<ApplicationIdentifier> path, List<String> choice, ApplicationIdentifier another) {
        for (int i = 1; i <= path.size(); i++) {
            List<ApplicationIdentifier> longer = new ArrayList<>(path);
            longer.add(i, another);
            if (inOrder(longer, choice)) {
                return true;
            }
        }
        return false;
    }

    /** Whether those after the key are among the choice, in its order. */
    private static boolean inOrder(List<ApplicationIdentifier> path, List<String> choice) {
        int next = 0;
        for (int i = 1; i < path.size(); i++) {
            while (next < choice.size() && !choice.get(next).equals(path.get(i).code())) {
                next++;
            }
            if (next++ == choice.size()) {
                return false;
            }
        }
        return true;
    }

    /**
     * What to put behind this key, of the identifiers that a message has: as many as may, and of
     * equally many those that come first by their digits.
     */
    static List<String> best(ApplicationIdentifier key, List<String> there) {
        List<String> best = List.of();
        for (List<String> choice : key.pairing().paths()) {
            List<String> possible = choice.stream().filter(there::contains).toList();
            boolean better =
                    possible.size() > best.size()
                            || possible.size() == best.size()
                                    && String.join(" ", possible).compareTo(String.join(" ", best))
                                            < 0;
            best = better ? possible : best;
        }
        return best;
    }
}
