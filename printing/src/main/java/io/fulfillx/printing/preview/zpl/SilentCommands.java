package io.fulfillx.printing.preview.zpl;

import java.util.Set;

/** Commands about the device and the paper, which change nothing in the picture. */
final class SilentCommands {
    private static final Set<String> NAMES =
            Set.of(
                    "^CV", "^HF", "^HG", "^HH", "^HL", "^HR", "^HT", "^HV", "^HW", "^HY", "^HZ",
                    "^JB", "^JH", "^JI", "^JJ", "^JM", "^JS", "^JT", "^JU", "^JW", "^JZ", "^KD",
                    "^KL", "^KN", "^KP", "^KV", "^LF", "^MA", "^MC", "^MD", "^MF", "^MI", "^ML",
                    "^MM", "^MN", "^MP", "^MT", "^MU", "^MW", "^NC", "^ND", "^NI", "^NN", "^NP",
                    "^NS", "^NT", "^NW", "^PA", "^PF", "^PH", "^PN", "^PP", "^PR", "^PS", "^RA",
                    "^RB", "^RE", "^RF", "^RM", "^RN", "^RQ", "^RR", "^RS", "^RT", "^RU", "^RW",
                    "^RZ", "^SC", "^SE", "^SI", "^SL", "^SO", "^SP", "^SQ", "^SR", "^SS", "^ST",
                    "^SX", "^SZ", "^TO", "^WA", "^WD", "^WE", "^WF", "^WI", "^WL", "^WP", "^WR",
                    "^WS", "^WT", "^WV", "^WX", "^XB", "^XS", "^ZZ", "^EG", "^LP", "^PL", "^JL",
                    "^CN", "^CP", "^CO");

    private SilentCommands() {}

    static boolean contains(String name) {
        return NAMES.contains(name);
    }
}
