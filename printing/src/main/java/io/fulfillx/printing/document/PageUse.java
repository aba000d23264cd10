package io.fulfillx.printing.document;

import java.io.IOException;

/** Takes the pages of a document one by one, while it is open. */
interface PageUse {
    void take(PageSource page) throws IOException;
}
