package io.fulfillx.printing.preview.zpl;

/**
 * A number that moves on with every label.
 *
 * @param mask one letter for each character of the data's end: D decimal, H hexadecimal, O octal, A
 *     alphabetic, N alphanumeric, others stay
 * @param zeros whether leading zeros are printed
 */
record Serial(String mask, long step, boolean zeros) {
    /** The data of the label so many steps later. */
    String at(String data, int steps) {
        char[] letters = data.toCharArray();
        long carry = step * steps;
        int offset = letters.length - mask.length();
        for (int i = letters.length - 1; i >= 0 && carry != 0; i--) {
            int at = i - offset;
            String alphabet = at < 0 ? "" : alphabet(mask.charAt(at), letters[i]);
            int value = alphabet.indexOf(letters[i]);
            if (value >= 0) {
                long sum = value + carry;
                letters[i] = alphabet.charAt(Math.floorMod(sum, alphabet.length()));
                carry = Math.floorDiv(sum, alphabet.length());
            }
        }
        return zeros ? new String(letters) : withoutZeros(new String(letters), offset);
    }

    private static String withoutZeros(String data, int offset) {
        int at = Math.max(0, offset);
        int end = at;
        while (end < data.length() - 1
                && data.charAt(end) == '0'
                && Character.isDigit(data.charAt(end + 1))) {
            end++;
        }
        return data.substring(0, at) + data.substring(end);
    }

    private static String alphabet(char kind, char letter) {
        return switch (Character.toUpperCase(kind)) {
            case 'D' -> "0123456789";
            case 'H' -> Character.isLowerCase(letter) ? "0123456789abcdef" : "0123456789ABCDEF";
            case 'O' -> "01234567";
            case 'A' ->
                    Character.isLowerCase(letter)
                            ? "abcdefghijklmnopqrstuvwxyz"
                            : "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
            case 'N' -> "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
            default -> "";
        };
    }

    /** The number within a start value, as of {@code ^SN}: its last run of digits. */
    static Serial counting(String start, long step, boolean zeros) {
        int end = start.length();
        while (end > 0 && !Character.isDigit(start.charAt(end - 1))) {
            end--;
        }
        int from = end;
        while (from > 0 && Character.isDigit(start.charAt(from - 1))) {
            from--;
        }
        return new Serial("D".repeat(end - from) + "X".repeat(start.length() - end), step, zeros);
    }
}
