package io.fulfillx.printing.preview.zpl;

import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a block into lines no longer than its width. */
final class LineBreaker {
    /** Stands where a word may be cut with a hyphen; no character set prints it. */
    static final char SOFT_HYPHEN = '\u001f';

    /** A line, and whether a line break of the text itself ends it. */
    record Line(String text, boolean last) {}

    private final TextStyle style;
    private final Block block;
    private final List<Line> lines = new ArrayList<>();

    private LineBreaker(TextStyle style, Block block) {
        this.style = style;
        this.block = block;
    }

    static List<Line> lines(String text, TextStyle style, Block block) {
        LineBreaker breaker = new LineBreaker(style, block);
        for (String paragraph : text.split("\n", -1)) {
            breaker.paragraph(paragraph);
        }
        return breaker.lines;
    }

    private void paragraph(String text) {
        String rest = text;
        while (true) {
            String line = longestStart(rest);
            if (line.length() >= rest.length()) {
                lines.add(new Line(printed(rest, ""), true));
                return;
            }
            boolean hyphen = line.indexOf(SOFT_HYPHEN) >= 0 && line.endsWith("" + SOFT_HYPHEN);
            lines.add(new Line(printed(line.stripTrailing(), hyphen ? "-" : ""), false));
            rest = rest.substring(line.length());
            while (rest.startsWith(" ")) {
                rest = rest.substring(1);
            }
            if (rest.isEmpty()) {
                return;
            }
        }
    }

    private static String printed(String text, String ending) {
        return text.replace("" + SOFT_HYPHEN, "") + ending;
    }

    private boolean fits(String text) {
        int room = block.width() - (lines.isEmpty() ? 0 : block.indent());
        return style.length(printed(text, "").stripTrailing()) <= room;
    }

    /** As many words as fit, or as many letters when not even one word does. */
    private String longestStart(String text) {
        if (fits(text)) {
            return text;
        }
        int best = 0;
        for (int i = 1; i <= text.length(); i++) {
            boolean end = i == text.length() || text.charAt(i) == ' ';
            boolean hyphen = text.charAt(i - 1) == SOFT_HYPHEN;
            if ((end || hyphen) && text.charAt(i - 1) != ' ') {
                if (!fits(text.substring(0, i) + (hyphen ? "-" : ""))) {
                    break;
                }
                best = i;
            }
        }
        if (best > 0) {
            return text.substring(0, best);
        }
        int letters = 1;
        while (letters < text.length() && fits(text.substring(0, letters + 1))) {
            letters++;
        }
        if (letters < text.length() && Character.isLowSurrogate(text.charAt(letters))) {
            letters++;
        }
        return text.substring(0, letters);
    }
}
