package io.fulfillx.backend.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.backend.platform.Fault;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * One page of a list, newest first.
 *
 * @param nextCursor give it back as {@code cursor} for the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a list that was read with one row more than the limit.
     *
     * @param id the sorted, unique id of a row
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, UUID> id) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, cursor(id.apply(items.getLast())));
    }

    private static String cursor(UUID last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(last.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * The id after which the wanted page begins; empty for the first page.
     *
     * @throws Fault INVALID when the cursor is none of ours
     */
    public static Optional<UUID> after(Call call) {
        return call.query("cursor").map(Page::decode);
    }

    private static UUID decode(String cursor) {
        try {
            byte[] text = Base64.getUrlDecoder().decode(cursor);
            return UUID.fromString(new String(text, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new Fault(
                    Fault.Code.INVALID, "The parameter cursor is not one that this list gave out.");
        }
    }
}
