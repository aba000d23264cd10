package io.fulfillx.printing.preview.zpl;

/**
 * One command of a document.
 *
 * @param name with its prefix as written by default, such as {@code ^FO}, {@code ^A} or {@code ~DG}
 * @param data what follows, one character a byte
 * @param behindName offset in the document of the first byte after the name
 */
record ZplCommand(String name, String data, char delimiter, int behindName) {
    Parameters parameters() {
        return new Parameters(data, delimiter);
    }
}
