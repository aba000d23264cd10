package io.fulfillx.printing.language;

/** Whether foreign bytes may be sent to a printer as they are. */
public sealed interface GuardVerdict {
    /**
     * Nothing but drawing commands.
     *
     * @param labels how many labels will come out
     */
    record Safe(int labels) implements GuardVerdict {}

    /**
     * Not to be sent.
     *
     * @param command what was found, such as {@code ~JR}, or a short phrase where it is no command
     * @param offset where it starts, in bytes
     */
    record Unsafe(String command, int offset) implements GuardVerdict {}
}
