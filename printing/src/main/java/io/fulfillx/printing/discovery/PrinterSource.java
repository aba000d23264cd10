package io.fulfillx.printing.discovery;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One way to learn of printers. */
public interface PrinterSource {
    /** What it looks at, in a word or two. */
    String name();

    /**
     * Looks until everything is known or the time is over.
     *
     * @throws IOException with a sentence, when this machine cannot look there
     */
    List<FoundPrinter> look(Duration limit) throws IOException;
}
