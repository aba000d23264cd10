package io.fulfillx.printing.symbol;

/** The characters of Code 128 (ISO/IEC 15417, table 1). */
public final class Code128Table {
    public static final int START_A = 103;
    public static final int STOP = 106;

    /** Bars and spaces of a character; the stop character has one bar more. */
    public static final int ELEMENTS = 6;

    /** The widths in modules of three bars and three spaces for each value, then the last bar. */
    private static final String WIDTHS =
            "212222222122222221121223121322131222122213122312132212221213221312231212112232122132"
                + "122231113222123122123221223211221132221231213212223112312131311222321122321221"
                + "312212322112322211212123212321232121111323131123131321112313132113132311211313"
                + "231113231311112133112331132131113123113321133121313121211331231131213113213311"
                + "213131311123311321331121312113312311332111314111221411431111111224111422121124"
                + "121421141122141221112214112412122114122411142112142211241211221114413111241112"
                + "134111111242121142121241114212124112124211411212421112421211212141214121412121"
                + "111143111341131141114113114311411113411311113141114131311141411131211412211214"
                + "2112322331112";

    private Code128Table() {}

    /**
     * How wide one bar or space is, in modules.
     *
     * @param value of the character, 0 to 106
     * @param element 0 is its first bar; 6 is the last bar of the stop character
     */
    public static int width(int value, int element) {
        return WIDTHS.charAt(value * ELEMENTS + element) - '0';
    }
}
