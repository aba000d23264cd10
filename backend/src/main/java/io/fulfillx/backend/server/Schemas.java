package io.fulfillx.backend.server;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fulfillx.model.wire.Json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** JSON schemas of records, value types, enums and sealed families, by reflection. */
final class Schemas {
    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, short.class);
    private static final Set<Class<?>> LONG = Set.of(long.class, Long.class);
    private static final Map<Class<?>, String> FORMATS =
            Map.of(
                    UUID.class, "uuid",
                    Instant.class, "date-time",
                    OffsetDateTime.class, "date-time",
                    LocalDate.class, "date",
                    URI.class, "uri",
                    byte[].class, "byte");

    private final JsonNodeFactory json = JsonNodeFactory.instance;
    private final ObjectNode definitions = json.objectNode();
    private final Map<String, Class<?>> names = new HashMap<>();
    private final SchemaFields fields = new SchemaFields(this);

    ObjectNode definitions() {
        return definitions;
    }

    ObjectNode of(Type type) {
        return switch (type) {
            case Class<?> plain -> ofClass(plain);
            case ParameterizedType generic -> ofGeneric(generic);
            default -> json.objectNode();
        };
    }

    private ObjectNode ofGeneric(ParameterizedType generic) {
        Type[] arguments = generic.getActualTypeArguments();
        if (!(generic.getRawType() instanceof Class<?> raw)) {
            return json.objectNode();
        } else if (Collection.class.isAssignableFrom(raw)) {
            return array(arguments[0]);
        } else if (raw == Optional.class) {
            return of(arguments[0]);
        } else if (Map.class.isAssignableFrom(raw)) {
            ObjectNode schema = json.objectNode().put("type", "object");
            schema.set("additionalProperties", of(arguments[1]));
            return schema;
        }
        return json.objectNode();
    }

    private ObjectNode array(Type element) {
        ObjectNode schema = json.objectNode().put("type", "array");
        schema.set("items", of(element));
        return schema;
    }

    private ObjectNode ofClass(Class<?> type) {
        if (WHOLE.contains(type)) {
            return json.objectNode().put("type", "integer").put("format", "int32");
        } else if (LONG.contains(type)) {
            return json.objectNode().put("type", "integer").put("format", "int64");
        } else if (type == double.class || type == Double.class) {
            return json.objectNode().put("type", "number");
        } else if (type == boolean.class || type == Boolean.class) {
            return json.objectNode().put("type", "boolean");
        } else if (FORMATS.containsKey(type)) {
            return json.objectNode().put("type", "string").put("format", FORMATS.get(type));
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
        ObjectNode items = array(element);
        String name = element.getSimpleName().replaceFirst("View$", "") + "List";
        if (claimed(name, element)) {
            ObjectNode schema = definitions.putObject(name);
            schema.put("type", "object").putArray("required").add("items");
            ObjectNode properties = schema.putObject("properties");
            properties.set("items", items);
            fields.cursor(properties.putObject("nextCursor"));
        }
        return reference(name);
    }

    private ObjectNode enumeration(Class<?> type) {
        ObjectNode schema = json.objectNode().put("type", "string");
        for (Object constant : type.getEnumConstants()) {
            schema.withArray("enum").add(Json.mapper().valueToTree(constant).asText());
        }
        return schema;
    }

    private ObjectNode named(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (type.isRecord()
                && components.length == 1
                && components[0].getAccessor().isAnnotationPresent(JsonValue.class)) {
            return ValueLimits.of(type, of(components[0].getGenericType()));
        }
        String name = type.getSimpleName();
        Class<?> outer = type.getEnclosingClass();
        if (names.containsKey(name) && names.get(name) != type && outer != null) {
            name = outer.getSimpleName() + name;
        }
        if (claimed(name, type)) {
            ObjectNode schema = definitions.putObject(name);
            if (type.isRecord()) {
                fields.fill(schema, type);
            } else {
                family(schema, type);
            }
        }
        return reference(name);
    }

    /** True the first time; two types of one name would be described as one. */
    private boolean claimed(String name, Class<?> type) {
        Class<?> before = names.putIfAbsent(name, type);
        if (before != null && before != type) {
            throw new IllegalStateException(before + " and " + type + " are both named " + name);
        }
        return before == null;
    }

    private ObjectNode reference(String name) {
        return json.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    private void family(ObjectNode schema, Class<?> type) {
        for (Class<?> member : type.getPermittedSubclasses()) {
            schema.withArray("oneOf").add(of(member));
        }
        JsonTypeInfo info = type.getAnnotation(JsonTypeInfo.class);
        JsonSubTypes members = type.getAnnotation(JsonSubTypes.class);
        if (info == null || members == null) {
            return;
        }
        ObjectNode discriminator = schema.putObject("discriminator");
        discriminator.put("propertyName", info.property());
        ObjectNode mapping = discriminator.putObject("mapping");
        for (JsonSubTypes.Type member : members.value()) {
            String reference = of(member.value()).path("$ref").asText();
            mapping.put(member.name(), reference);
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            fields.constant((ObjectNode) definitions.get(name), info.property(), member.name());
        }
    }
}
