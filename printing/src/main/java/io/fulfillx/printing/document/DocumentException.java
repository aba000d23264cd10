package io.fulfillx.printing.document;

import java.io.IOException;

/** A document that cannot be printed; its message is one sentence for people. */
public final class DocumentException extends IOException {
    private static final long serialVersionUID = 1;

    public DocumentException(String sentence) {
        super(sentence);
    }

    public DocumentException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
