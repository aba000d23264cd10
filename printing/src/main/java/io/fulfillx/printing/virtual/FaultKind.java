package io.fulfillx.printing.virtual;

import io.fulfillx.printing.language.PrinterCondition;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can go wrong with a virtual printer; written in lower case with hyphens. */
public enum FaultKind {
    PAPER_OUT(PrinterCondition.PAPER_OUT),
    PAPER_LOW(PrinterCondition.PAPER_NEAR_END),
    RIBBON_OUT(PrinterCondition.RIBBON_OUT),
    HEAD_OPEN(PrinterCondition.HEAD_OPEN),
    PAUSE(PrinterCondition.PAUSED),
    HOT(PrinterCondition.OVER_TEMPERATURE),
    CUTTER(PrinterCondition.CUTTER_FAULT),
    /** It reads nothing. */
    STALL(null),
    /** It reads a thousand bytes a second. */
    SLOW(null),
    /** It answers nothing. */
    MUTE(null),
    /** It sends noise, once. */
    GARBAGE(null),
    /** The connection breaks, once. */
    DROP(null),
    /** It forgets what is not printed, once, but stays connected. */
    RESET(null),
    /** It is off and cannot be reached. */
    POWER(null);

    private final @Nullable PrinterCondition condition;

    FaultKind(@Nullable PrinterCondition condition) {
        this.condition = condition;
    }

    /** What the printer says while it lasts; empty for troubles of the line and of power. */
    Optional<PrinterCondition> condition() {
        return Optional.ofNullable(condition);
    }

    /** As written in a fault plan. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @throws IllegalArgumentException with a sentence that lists the words
     */
    static FaultKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "there is no fault \"%s\"; there are %s"
                                                .formatted(word, words())));
    }

    private static String words() {
        return Arrays.stream(values()).map(FaultKind::word).collect(Collectors.joining(", "));
    }
}
