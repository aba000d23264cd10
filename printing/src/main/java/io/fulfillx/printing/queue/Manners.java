package io.fulfillx.printing.queue;

/**
 * What a printer's words are worth.
 *
 * @param showsWork whether an idle printer has printed everything
 * @param reprints whether it prints the label on its head again, by itself, when paper or pressure
 *     went away under it
 * @param acknowledges whether it says a word for each label that is out and one for each stop, as
 *     they happen and without naming the label
 * @param restarts whether its count begins again at power-on
 */
record Manners(boolean showsWork, boolean reprints, boolean acknowledges, boolean restarts) {}
