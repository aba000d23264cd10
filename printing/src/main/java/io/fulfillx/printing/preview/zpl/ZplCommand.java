package io.fulfillx.printing.preview.zpl;

/**
 * One command of a document.
 *
 * @param name with its prefix as written by default, such as {@code ^FO}, {@code ^A} or {@code ~DG}
 * @param data what follows, one character a byte
 */
record ZplCommand(String name, String data, char delimiter) {
    Parameters parameters() {
        return new Parameters(data, delimiter);
    }
}
