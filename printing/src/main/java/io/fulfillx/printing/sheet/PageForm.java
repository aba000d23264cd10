package io.fulfillx.printing.sheet;

/** The forms in which carriers deliver a label on a page. */
public enum PageForm {
    /** A page of 4 by 6 inches. */
    FOUR_BY_SIX(1),
    /** A page of A6 with a framed label. */
    A6(1),
    /** A page of 6 by 4 inches: the label stands upright after a quarter turn. */
    LYING(1),
    /** A page that is turned by its rotation entry. */
    ROTATED(1),
    /** A4 with a framed label in the upper half, a cut line, and instructions below. */
    A4_UPPER_HALF(1),
    /** A4 with an unframed label in a corner, a receipt beside it and instructions below. */
    A4_CORNER(1),
    /** Letter with a lying label above a fold line, instructions below. */
    LETTER_UPPER_HALF(1),
    /** A4 lying, two labels side by side. */
    A4_TWO_UP(2),
    /** Letter with two lying labels, one above the other. */
    LETTER_TWO_UP(2),
    /** A4 with four small labels. */
    A4_FOUR_UP(4),
    /** A4 with a heading, a framed label, and a receipt that repeats the bars below it. */
    A4_RECEIPT(1),
    /** Letter with a border around all: an unframed lying label, instructions close below it. */
    LETTER_BORDER(1),
    /** A page of 4 by 8 inches: a label and a tear-off part below. */
    TEAR_OFF(1),
    /** A page of 4 by 6 inches with a photo and a colored logo. */
    PHOTO(1),
    /** A page of 4 by 6 inches that is one picture of 800 by 1200 dots. */
    PICTURE(1);

    private final int labels;

    PageForm(int labels) {
        this.labels = labels;
    }

    /** How many labels stand on the page. */
    public int labels() {
        return labels;
    }
}
