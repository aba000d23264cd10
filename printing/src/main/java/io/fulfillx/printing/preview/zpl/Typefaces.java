package io.fulfillx.printing.preview.zpl;

/**
 * The fonts of the printer. Letters come from two openly licensed families on the class path:
 * Roboto Condensed stretched to font 0, DejaVu Sans Mono for the bitmap fonts.
 */
final class Typefaces {
    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/DejaVuSansMono";
    private static final String ROBOTO =
            "/META-INF/resources/webjars/roboto-fontface/0.10.0/fonts/roboto-condensed/"
                    + "Roboto-Condensed-Bold.woff";

    static final Typeface MONO = OutlineFont.ofResource(DEJAVU + ".ttf");
    static final Typeface MONO_BOLD = OutlineFont.ofResource(DEJAVU + "-Bold.ttf");
    static final Typeface SCALABLE =
            new FittedFont(OutlineFont.ofResource(ROBOTO), MONO_BOLD, "font-0.txt");
    static final Typeface SYMBOLS = new ApprovalMarks(SCALABLE);

    private Typefaces() {}
}
