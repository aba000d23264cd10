package io.fulfillx.launcher.bench.printing;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the paper says, held against what the stations said.
 *
 * @param lost said to be printed and not there
 * @param duplicates there more than once
 * @param unknown nobody claims anything; a person would be asked
 * @param garbled on the paper without being one of the labels
 */
record CampaignTally(
        int labels, int lost, int duplicates, int unknown, int garbled, int kills, int troubles) {
    static final CampaignTally NONE = new CampaignTally(0, 0, 0, 0, 0, 0, 0);

    static CampaignTally of(
            Map<Integer, String> ends,
            Map<Integer, Integer> paper,
            int labels,
            int kills,
            int troubles) {
        int lost = 0;
        int duplicates = 0;
        int unknown = 0;
        for (int number = 1; number <= labels; number++) {
            int copies = paper.getOrDefault(number, 0);
            String end = ends.getOrDefault(number, "");
            unknown += end.equals(CampaignEnds.UNKNOWN) ? 1 : 0;
            lost += lost(copies, end) ? 1 : 0;
            duplicates += Math.max(0, copies - 1);
        }
        int garbled = paper.getOrDefault(CampaignLabel.GARBLED, 0);
        return new CampaignTally(labels, lost, duplicates, unknown, garbled, kills, troubles);
    }

    private static boolean lost(int copies, String end) {
        return copies == 0 && !end.equals(CampaignEnds.UNKNOWN);
    }

    /** The labels that are lost or came out more than once. */
    static List<Integer> wrong(Map<Integer, String> ends, Map<Integer, Integer> paper, int labels) {
        return IntStream.rangeClosed(1, labels)
                .filter(
                        number -> {
                            int copies = paper.getOrDefault(number, 0);
                            return copies > 1 || lost(copies, ends.getOrDefault(number, ""));
                        })
                .boxed()
                .toList();
    }

    CampaignTally plus(CampaignTally other) {
        return new CampaignTally(
                labels + other.labels,
                lost + other.lost,
                duplicates + other.duplicates,
                unknown + other.unknown,
                garbled + other.garbled,
                kills + other.kills,
                troubles + other.troubles);
    }

    double unknownPercent() {
        return labels == 0 ? 0 : 100.0 * unknown / labels;
    }

    @Override
    public String toString() {
        return "%d labels, %d troubles, %d kills: %d lost, %d twice, %d unknown, %d garbled"
                .formatted(labels, troubles, kills, lost, duplicates, unknown, garbled);
    }
}
