package io.fulfillx.backend.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fulfillx.backend.platform.Fault;
import io.fulfillx.model.wire.Json;

import java.io.IOException;

/** Reads JSON that people sent: what is wrong with it is said in words, with a pointer. */
public final class JsonBody {
    private JsonBody() {}

    /**
     * @throws Fault MALFORMED or INVALID with a pointer to the offending field
     */
    public static <T> T read(byte[] body, Class<T> type) {
        try {
            T value = Json.mapper().readValue(body, type);
            if (value == null) {
                throw new Fault(Fault.Code.MALFORMED, "A JSON object is expected.");
            }
            return value;
        } catch (ValueInstantiationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw Fault.invalid(pointer(e), sentence(String.valueOf(cause.getMessage())));
        } catch (JsonMappingException e) {
            throw new Fault(Fault.Code.INVALID, sentence(e.getOriginalMessage()), pointer(e));
        } catch (JsonProcessingException e) {
            throw new Fault(Fault.Code.MALFORMED, "Not JSON: " + e.getOriginalMessage() + ".", "");
        } catch (IOException e) {
            throw new Fault(Fault.Code.MALFORMED, "The body could not be read.");
        }
    }

    /**
     * A value with a merge patch applied (RFC 7396): what is absent stays, null removes, and a
     * group of which nothing is left goes too.
     *
     * @throws Fault MALFORMED or INVALID with a pointer to the offending field
     */
    public static <T> T merge(Object before, JsonNode patch, Class<T> type) {
        if (!(patch instanceof ObjectNode changes)) {
            throw new Fault(Fault.Code.MALFORMED, "A JSON object is expected.");
        }
        ObjectNode merged = Json.mapper().valueToTree(before);
        apply(merged, changes);
        return read(Json.bytes(merged), type);
    }

    private static void apply(ObjectNode target, ObjectNode patch) {
        patch.properties()
                .forEach(
                        change -> {
                            String name = change.getKey();
                            if (change.getValue().isNull()) {
                                target.remove(name);
                            } else if (change.getValue() instanceof ObjectNode nested) {
                                ObjectNode inner =
                                        target.get(name) instanceof ObjectNode there
                                                ? there
                                                : target.putObject(name);
                                apply(inner, nested);
                                if (inner.isEmpty()) {
                                    target.remove(name);
                                }
                            } else {
                                target.set(name, change.getValue());
                            }
                        });
    }

    private static String sentence(String text) {
        String first = text.lines().findFirst().orElse("not valid");
        return Character.toUpperCase(first.charAt(0)) + first.substring(1) + ".";
    }

    private static String pointer(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            pointer.append('/');
            if (step.getFieldName() == null) {
                pointer.append(step.getIndex());
            } else {
                pointer.append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
            }
        }
        return pointer.toString();
    }
}
