package io.fulfillx.backend.orders.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.PlainText;
import io.fulfillx.backend.platform.Fault;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What is done to each order.
 *
 * @param holdType of HOLD and RELEASE_HOLD; MANUAL when absent
 * @param reason of HOLD and CANCEL
 * @param tags of TAG and UNTAG
 * @param text of NOTE
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BulkAction(
        @Nullable Kind kind,
        @Nullable HoldType holdType,
        @Nullable String reason,
        @Nullable List<@Nullable String> tags,
        @Nullable String text) {
    private static final int MAX_REASON = 500;
    private static final int MAX_TEXT = 4_000;
    private static final int MAX_TAG = 100;
    private static final int MOST_TAGS = 50;

    /** The things that can be done to many orders at once. */
    enum Kind {
        HOLD,
        RELEASE_HOLD,
        TAG,
        UNTAG,
        NOTE,
        CANCEL,
        RERUN_RULES
    }

    Kind wanted() {
        if (kind == null) {
            throw Fault.invalid("/action/kind", "Say what is to be done.");
        }
        return kind;
    }

    HoldType hold() {
        return holdType == null ? HoldType.MANUAL : holdType;
    }

    String why() {
        return PlainText.of(reason, "/action/reason", MAX_REASON);
    }

    String said() {
        return PlainText.of(text, "/action/text", MAX_TEXT);
    }

    List<String> named() {
        if (tags == null || tags.isEmpty() || tags.size() > MOST_TAGS) {
            throw Fault.invalid("/action/tags", "1 to " + MOST_TAGS + " tags are expected.");
        }
        return tags.stream().map(tag -> PlainText.of(tag, "/action/tags", MAX_TAG)).toList();
    }

    /**
     * @throws Fault INVALID when something is missing that the action needs
     */
    BulkAction checked() {
        switch (wanted()) {
            case HOLD, CANCEL -> {
                String _ = why();
            }
            case TAG, UNTAG -> {
                List<String> _ = named();
            }
            case NOTE -> {
                String _ = said();
            }
            case RELEASE_HOLD, RERUN_RULES -> {}
        }
        return this;
    }
}
