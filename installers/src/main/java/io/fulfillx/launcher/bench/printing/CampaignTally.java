package io.fulfillx.launcher.bench.printing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the paper says, held against what the stations said.
 *
 * @param lost said to be printed and not there
 * @param duplicates there more than once
 * @param unknown nobody claims anything; a person would be asked
 * @param garbled on the paper without being one of the labels
 * @param wrong the labels that are lost or came out twice
 * @param findings all that is known about those
 */
record CampaignTally(
        int labels,
        int lost,
        int duplicates,
        int unknown,
        int garbled,
        int kills,
        int troubles,
        List<Integer> wrong,
        List<String> findings) {
    static final CampaignTally NONE = new CampaignTally(0, 0, 0, 0, 0, 0, 0, List.of(), List.of());

    static CampaignTally of(
            Map<Integer, String> ends,
            Map<Integer, Integer> paper,
            int labels,
            int kills,
            int troubles) {
        int lost = 0;
        int duplicates = 0;
        int unknown = 0;
        List<Integer> wrong = new ArrayList<>();
        for (int number = 1; number <= labels; number++) {
            int copies = paper.getOrDefault(number, 0);
            String end = ends.getOrDefault(number, "");
            unknown += end.equals(CampaignEnds.UNKNOWN) ? 1 : 0;
            boolean missing = copies == 0 && !end.equals(CampaignEnds.UNKNOWN);
            lost += missing ? 1 : 0;
            duplicates += Math.max(0, copies - 1);
            if (missing || copies > 1) {
                wrong.add(number);
            }
        }
        int garbled = paper.getOrDefault(CampaignLabel.GARBLED, 0);
        return new CampaignTally(
                labels, lost, duplicates, unknown, garbled, kills, troubles, wrong, List.of());
    }

    CampaignTally withFindings(List<String> known) {
        return new CampaignTally(
                labels, lost, duplicates, unknown, garbled, kills, troubles, wrong, known);
    }

    CampaignTally plus(CampaignTally other) {
        return new CampaignTally(
                labels + other.labels,
                lost + other.lost,
                duplicates + other.duplicates,
                unknown + other.unknown,
                garbled + other.garbled,
                kills + other.kills,
                troubles + other.troubles,
                Stream.concat(wrong.stream(), other.wrong.stream()).toList(),
                Stream.concat(findings.stream(), other.findings.stream()).toList());
    }

    @Override
    public String toString() {
        return "%d labels, %d troubles, %d kills: %d lost, %d twice, %d unknown, %d garbled"
                .formatted(labels, troubles, kills, lost, duplicates, unknown, garbled);
    }

    double unknownPercent() {
        return labels == 0 ? 0 : 100.0 * unknown / labels;
    }
}
