package io.fulfillx.desktop.session;

import java.util.Comparator;

/** Runs of digits compare as numbers: A-2 before A-10, #999 before #1001. */
public final class NaturalOrder implements Comparator<String> {
    public static final NaturalOrder INSTANCE = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            int iEnd = runEnd(left, i);
            int jEnd = runEnd(right, j);
            int order = compareRuns(left.substring(i, iEnd), right.substring(j, jEnd));
            if (order != 0) {
                return order;
            }
            i = iEnd;
            j = jEnd;
        }
        int byRest = Integer.compare(left.length() - i, right.length() - j);
        return byRest != 0 ? byRest : left.compareTo(right);
    }

    private static int compareRuns(String left, String right) {
        if (!digit(left.charAt(0)) || !digit(right.charAt(0))) {
            return left.compareTo(right);
        }
        String leftNumber = left.replaceFirst("^0+", "");
        String rightNumber = right.replaceFirst("^0+", "");
        int byLength = Integer.compare(leftNumber.length(), rightNumber.length());
        return byLength != 0 ? byLength : leftNumber.compareTo(rightNumber);
    }

    /** One character, or all digits that stand together. */
    private static int runEnd(String text, int from) {
        int end = from + 1;
        while (digit(text.charAt(from)) && end < text.length() && digit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean digit(char character) {
        return character >= '0' && character <= '9';
    }
}
