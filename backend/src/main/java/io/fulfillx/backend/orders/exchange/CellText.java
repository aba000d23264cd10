package io.fulfillx.backend.orders.exchange;

/**
 * Text in a cell. A spreadsheet runs a cell that begins with certain characters as a formula, so an
 * apostrophe goes before it; reading takes it off again, and nothing is lost. Pure.
 */
final class CellText {
    private static final String STARTS_FORMULA = "=+-@\t\r\n";

    private CellText() {}

    static String written(String text) {
        return isRisky(text) ? "'" + text : text;
    }

    static String read(String cell) {
        return cell.startsWith("'") && isRisky(cell.substring(1)) ? cell.substring(1) : cell;
    }

    /** Apostrophes before such a character count as well, or one of them would get lost. */
    private static boolean isRisky(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return at < text.length() && STARTS_FORMULA.indexOf(text.charAt(at)) >= 0;
    }
}
