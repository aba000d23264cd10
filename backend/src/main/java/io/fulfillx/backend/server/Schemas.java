package io.fulfillx.backend.server;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** JSON schemas of records, value types, enums and sealed families, by reflection. */
final class Schemas {
    private static final Set<Class<?>> WHOLE =
            Set.of(int.class, Integer.class, long.class, Long.class, short.class);

    private final JsonNodeFactory json = JsonNodeFactory.instance;
    private final ObjectNode definitions = json.objectNode();

    ObjectNode definitions() {
        return definitions;
    }

    ObjectNode of(Type type) {
        return switch (type) {
            case Class<?> plain -> ofClass(plain);
            case ParameterizedType generic
                    when generic.getRawType() instanceof Class<?> raw
                            && Collection.class.isAssignableFrom(raw) ->
                    array(generic.getActualTypeArguments()[0]);
            default -> json.objectNode();
        };
    }

    private ObjectNode array(Type element) {
        ObjectNode schema = json.objectNode().put("type", "array");
        schema.set("items", of(element));
        return schema;
    }

    private ObjectNode ofClass(Class<?> type) {
        if (WHOLE.contains(type)) {
            return json.objectNode().put("type", "integer");
        } else if (type == boolean.class || type == Boolean.class) {
            return json.objectNode().put("type", "boolean");
        } else if (type == UUID.class) {
            return json.objectNode().put("type", "string").put("format", "uuid");
        } else if (type == Instant.class) {
            return json.objectNode().put("type", "string").put("format", "date-time");
        } else if (type == byte[].class) {
            return json.objectNode().put("type", "string").put("format", "byte");
        } else if (type == String.class) {
            return json.objectNode().put("type", "string");
        } else if (type.isArray()) {
            return page(type.getComponentType());
        } else if (type.isEnum()) {
            return enumeration(type);
        } else if (type.isRecord() || type.isSealed()) {
            return named(type);
        }
        return json.objectNode();
    }

    /** A route that declares an array answers with a page of it. */
    private ObjectNode page(Class<?> element) {
        ObjectNode schema = json.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.set("items", array(element));
        properties.putObject("nextCursor").put("type", "string");
        return schema;
    }

    private ObjectNode enumeration(Class<?> type) {
        ObjectNode schema = json.objectNode().put("type", "string");
        for (Object constant : type.getEnumConstants()) {
            schema.withArray("enum").add(constant.toString());
        }
        return schema;
    }

    private ObjectNode named(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (type.isRecord()
                && components.length == 1
                && components[0].getAccessor().isAnnotationPresent(JsonValue.class)) {
            return of(components[0].getGenericType());
        }
        String name = type.getSimpleName();
        if (!definitions.has(name)) {
            ObjectNode schema = definitions.putObject(name);
            if (type.isRecord()) {
                fill(schema, components);
            } else {
                for (Class<?> member : type.getPermittedSubclasses()) {
                    schema.withArray("oneOf").add(of(member));
                }
            }
        }
        return json.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    private void fill(ObjectNode schema, RecordComponent[] components) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (RecordComponent component : components) {
            properties.set(component.getName(), of(component.getGenericType()));
        }
    }
}
