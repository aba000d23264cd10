package io.fulfillx.backend.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fulfillx.backend.platform.http.Field;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.RecordComponent;
import java.util.Map;

/** The fields of a record: type, unit, limits, whether they may be absent or null. */
final class SchemaFields {
    /** What a number counts stands last in its name. */
    private static final Map<String, String> UNITS =
            Map.of(
                    "Grams", "In grams.",
                    "Mm", "In millimetres.",
                    "Minor", "In minor units of the currency, such as cents.",
                    "Seconds", "In seconds.",
                    "Millis", "In milliseconds.",
                    "Days", "In days.",
                    "Percent", "In percent.",
                    "Units", "In single units.");

    private static final String CURSOR =
            "Give it back as cursor for the next page; absent on the last.";

    private final Schemas schemas;

    SchemaFields(Schemas schemas) {
        this.schemas = schemas;
    }

    void cursor(ObjectNode schema) {
        schema.put("type", "string").put("description", CURSOR);
    }

    void fill(ObjectNode schema, Class<?> type) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        boolean omits = type.isAnnotationPresent(JsonInclude.class);
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            Field field = component.getAnnotation(Field.class);
            boolean nullable =
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                            && (field == null || !field.needed());
            ObjectNode property =
                    component.getAccessor().isAnnotationPresent(JsonRawValue.class)
                            ? JsonNodeFactory.instance.objectNode().put("type", "object")
                            : schemas.of(component.getGenericType());
            describe(property, name, field);
            if (!nullable) {
                schema.withArray("required").add(name);
            }
            properties.set(name, nullable && !omits ? orNull(property) : property);
        }
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.has("type") && !schema.has("enum")) {
            String type = schema.get("type").asText();
            schema.putArray("type").add(type).add("null");
            return schema;
        } else if (schema.isEmpty() || schema.has("enum")) {
            // A request may leave it out; nobody needs to write null.
            return schema;
        }
        ObjectNode either = JsonNodeFactory.instance.objectNode();
        either.withArray("anyOf").add(schema).addObject().put("type", "null");
        return either;
    }

    private static void describe(ObjectNode schema, String name, @Nullable Field field) {
        String about = field == null ? "" : field.about();
        if (about.isEmpty() && schema.has("type")) {
            about = name.equals("nextCursor") ? CURSOR : unit(name);
        }
        if (!about.isEmpty()) {
            schema.put("description", about);
        }
        if (field == null) {
            return;
        }
        for (String word : field.oneOf()) {
            schema.withArray("enum").add(word);
        }
        switch (schema.path("type").asText()) {
            case "integer" -> limits(schema, field, "minimum", "maximum");
            case "string" -> limits(schema, field, "minLength", "maxLength");
            case "array" -> limits(schema, field, "minItems", "maxItems");
            default -> {}
        }
    }

    private static void limits(ObjectNode schema, Field field, String least, String most) {
        if (field.min() != Long.MIN_VALUE) {
            schema.put(least, field.min());
        }
        if (field.max() != Long.MAX_VALUE) {
            schema.put(most, field.max());
        }
    }

    private static String unit(String name) {
        return UNITS.entrySet().stream()
                .filter(unit -> name.endsWith(unit.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** The word by which a member of a family is told from the others. */
    void constant(ObjectNode schema, String name, String word) {
        ObjectNode property = ((ObjectNode) schema.get("properties")).putObject(name);
        property.put("type", "string").putArray("enum").add(word);
        schema.withArray("required").add(name);
    }
}
