package io.fulfillx.printing.symbol;

import java.util.List;

/** Whether a label may be printed. */
public sealed interface PreflightResult {
    /**
     * It carries what was promised.
     *
     * @param symbols those that prove it
     */
    record Passed(List<Symbol> symbols) implements PreflightResult {
        public Passed {
            symbols = List.copyOf(symbols);
        }
    }

    /**
     * It must not be printed.
     *
     * @param reason one sentence for the packer
     */
    record Stopped(String reason) implements PreflightResult {}
}
