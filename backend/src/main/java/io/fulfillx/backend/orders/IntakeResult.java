package io.fulfillx.backend.orders;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.channels.ChannelOrder;
import io.fulfillx.backend.channels.OrderReading;
import io.fulfillx.model.id.OrderId;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * What came of one order of a delivery or an import.
 *
 * @param pointer JSON pointer to what could not be read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IntakeResult(
        @Nullable String channelOrderId,
        @Nullable String name,
        String outcome,
        @Nullable OrderId orderId,
        @Nullable String pointer,
        @Nullable String detail) {
    /** The outcome's words, in lower case with hyphens on the wire. */
    enum Outcome {
        RECEIVED,
        ALREADY_RECEIVED,
        MALFORMED,
        NOT_AN_ORDER,
        IGNORED;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static IntakeResult of(ChannelOrder order, Intake intake) {
        Outcome outcome =
                switch (intake) {
                    case Intake.Received _ -> Outcome.RECEIVED;
                    case Intake.AlreadyReceived _ -> Outcome.ALREADY_RECEIVED;
                };
        return new IntakeResult(
                order.channelOrderId(), order.name(), outcome.word(), intake.orderId(), null, null);
    }

    static IntakeResult of(OrderReading.MalformedOrder malformed) {
        return new IntakeResult(
                malformed.channelOrderId(),
                malformed.name(),
                Outcome.MALFORMED.word(),
                null,
                malformed.pointer(),
                malformed.detail());
    }

    static IntakeResult of(OrderReading.NotAnOrder other) {
        return new IntakeResult(
                null, null, Outcome.NOT_AN_ORDER.word(), null, other.pointer(), other.detail());
    }

    static IntakeResult without(Outcome outcome) {
        return new IntakeResult(null, null, outcome.word(), null, null, null);
    }
}
