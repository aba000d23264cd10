package io.fulfillx.backend.rules;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.rules.Condition.LineCompare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules from a JSON tree, checked on the way. */
final class RuleReader {
    private static final int MAX_DEPTH = 8;
    private static final int MAX_RULES = 500;
    private static final int MAX_PARTS = 1_000;
    private static final int MAX_TEXT = 500;

    private static final List<String> HOLD_TYPES =
            List.of(
                    "FRAUD",
                    "ADDRESS",
                    "PAYMENT",
                    "INVENTORY",
                    "OPERATOR",
                    "CLIENT",
                    "UNTIL_DATE",
                    "COMPLIANCE",
                    "DUPLICATE_SUSPECT");

    private static final Set<String> RULE_KEYS =
            Set.of("id", "name", "enabled", "stop", "when", "then");

    /** A mistake in the rules. */
    static final class Wrong extends RuntimeException {
        private final String pointer;

        Wrong(String pointer, String detail) {
            super(detail, null, false, false);
            this.pointer = pointer;
        }

        String pointer() {
            return pointer;
        }

        String detail() {
            return String.valueOf(getMessage());
        }
    }

    RuleSet read(JsonNode root) {
        onlyKeys(root, "", Set.of("format", "rules"));
        JsonNode format = root.path("format");
        if (!format.isInt() || format.intValue() != RuleCodec.FORMAT) {
            throw new Wrong("/format", "expected " + RuleCodec.FORMAT);
        }
        List<Rule> rules = list(root.path("rules"), "/rules", MAX_RULES, this::rule);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            if (!ids.add(rules.get(i).id())) {
                throw new Wrong("/rules/" + i + "/id", "another rule has this id");
            }
        }
        return new RuleSet(rules);
    }

    private Rule rule(JsonNode node, String at) {
        onlyKeys(node, at, RULE_KEYS);
        List<Action> then = list(node.path("then"), at + "/then", MAX_PARTS, this::action);
        if (then.isEmpty()) {
            throw new Wrong(at + "/then", "expected at least one action");
        }
        return new Rule(
                text(node.path("id"), at + "/id"),
                text(node.path("name"), at + "/name"),
                flag(node.path("enabled"), at + "/enabled", true),
                condition(node.path("when"), at + "/when", 1),
                then,
                flag(node.path("stop"), at + "/stop", false));
    }

    private Condition condition(JsonNode node, String at, int depth) {
        if (depth > MAX_DEPTH) {
            throw new Wrong(at, "conditions nest at most " + MAX_DEPTH + " deep");
        }
        for (String group : List.of("all", "any", "none")) {
            if (node.has(group)) {
                onlyKeys(node, at, Set.of(group));
                List<Condition> parts =
                        list(
                                node.path(group),
                                at + "/" + group,
                                MAX_PARTS,
                                (part, place) -> condition(part, place, depth + 1));
                return switch (group) {
                    case "all" -> new Condition.All(parts);
                    case "any" -> new Condition.Any(parts);
                    default -> new Condition.None(parts);
                };
            }
        }
        if (node.has("lines")) {
            return lines(node, at);
        }
        if (node.has("field")) {
            onlyKeys(node, at, Set.of("field", "operator", "value"));
            OrderField field =
                    choice(
                            node.path("field"),
                            at + "/field",
                            OrderField::named,
                            Stream.of(OrderField.values()).map(OrderField::wire));
            Operator operator = operator(node, at, field.kind());
            return new Condition.Compare(
                    field,
                    operator,
                    operand(node.path("value"), at + "/value", field.kind(), operator));
        }
        throw new Wrong(at, "expected an object with one of all, any, none, lines, field");
    }

    private Condition lines(JsonNode node, String at) {
        String quantifier = text(node.path("lines"), at + "/lines");
        List<LineCompare> tests =
                node.has("where")
                        ? list(node.path("where"), at + "/where", MAX_PARTS, this::line)
                        : List.of();
        return switch (quantifier) {
            case "any" -> {
                onlyKeys(node, at, Set.of("lines", "where"));
                yield new Condition.AnyLine(tests);
            }
            case "every" -> {
                onlyKeys(node, at, Set.of("lines", "where"));
                yield new Condition.EveryLine(tests);
            }
            case "sum" -> sum(node, at, tests);
            default -> throw new Wrong(at + "/lines", "expected one of any, every, sum");
        };
    }

    private Condition sum(JsonNode node, String at, List<LineCompare> tests) {
        onlyKeys(node, at, Set.of("lines", "where", "of", "operator", "value"));
        LineField of =
                choice(
                        node.path("of"),
                        at + "/of",
                        name -> LineField.named(name).filter(RuleReader::hasSum),
                        Stream.of(LineField.values())
                                .filter(RuleReader::hasSum)
                                .map(LineField::wire));
        Operator operator = operator(node, at, FactKind.NUMBER);
        Operand value = operand(node.path("value"), at + "/value", FactKind.NUMBER, operator);
        return new Condition.SumOfLines(of, tests, operator, value);
    }

    private static boolean hasSum(LineField field) {
        return field.kind() == FactKind.NUMBER;
    }

    private LineCompare line(JsonNode node, String at) {
        onlyKeys(node, at, Set.of("field", "operator", "value"));
        LineField field =
                choice(
                        node.path("field"),
                        at + "/field",
                        LineField::named,
                        Stream.of(LineField.values()).map(LineField::wire));
        Operator operator = operator(node, at, field.kind());
        Operand value = operand(node.path("value"), at + "/value", field.kind(), operator);
        return new LineCompare(field, operator, value);
    }

    private Operator operator(JsonNode node, String at, FactKind kind) {
        return choice(
                node.path("operator"),
                at + "/operator",
                name -> Operator.named(name).filter(kind.operators()::contains),
                kind.operators().stream().map(Operator::wire));
    }

    private Operand operand(JsonNode node, String at, FactKind kind, Operator operator) {
        if (operator == Operator.IN) {
            List<String> texts = list(node, at, MAX_PARTS, RuleReader::text);
            return new Operand.Texts(texts);
        }
        return switch (kind) {
            case TEXT, TEXTS -> new Operand.Text(text(node, at));
            case NUMBER -> {
                if (!node.isIntegralNumber() || !node.canConvertToLong()) {
                    throw new Wrong(at, "expected a whole number");
                }
                yield new Operand.Whole(node.longValue());
            }
            case FLAG -> {
                if (!node.isBoolean()) {
                    throw new Wrong(at, "expected true or false");
                }
                yield new Operand.Flag(node.booleanValue());
            }
        };
    }

    private Action action(JsonNode node, String at) {
        if (!node.isObject() || node.size() != 1) {
            throw new Wrong(at, "expected an object with one action");
        }
        String name = node.fieldNames().next();
        String place = at + "/" + name;
        JsonNode value = node.path(name);
        return switch (name) {
            case "setService" -> new Action.SetService(text(value, place));
            case "addTag" -> new Action.AddTag(text(value, place));
            case "chooseCarton" -> new Action.ChooseCarton(text(value, place));
            case "placeHold" -> hold(value, place);
            default ->
                    throw new Wrong(
                            place, "expected one of setService, addTag, chooseCarton, placeHold");
        };
    }

    private static Action hold(JsonNode node, String at) {
        onlyKeys(node, at, Set.of("type", "reason"));
        String type =
                choice(
                        node.path("type"),
                        at + "/type",
                        name -> Optional.of(name).filter(HOLD_TYPES::contains),
                        HOLD_TYPES.stream());
        return new Action.PlaceHold(type, text(node.path("reason"), at + "/reason"));
    }

    private static <T> T choice(
            JsonNode node, String at, Function<String, Optional<T>> named, Stream<String> allowed) {
        String names = allowed.collect(Collectors.joining(", "));
        return Optional.of(node)
                .filter(JsonNode::isTextual)
                .flatMap(text -> named.apply(text.textValue()))
                .orElseThrow(() -> new Wrong(at, "expected one of " + names));
    }

    private static String text(JsonNode node, String at) {
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw new Wrong(at, "expected a text");
        }
        if (node.textValue().length() > MAX_TEXT) {
            throw new Wrong(at, "expected at most " + MAX_TEXT + " characters");
        }
        return node.textValue();
    }

    private static boolean flag(JsonNode node, String at, boolean otherwise) {
        if (node.isMissingNode()) {
            return otherwise;
        }
        if (!node.isBoolean()) {
            throw new Wrong(at, "expected true or false");
        }
        return node.booleanValue();
    }

    private interface Part<T> {
        T read(JsonNode node, String at);
    }

    private static <T> List<T> list(JsonNode node, String at, int most, Part<T> part) {
        if (!node.isArray()) {
            throw new Wrong(at, "expected a list");
        }
        if (node.size() > most) {
            throw new Wrong(at, "expected at most " + most + " entries");
        }
        List<T> parts = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            parts.add(part.read(node.get(i), at + "/" + i));
        }
        return parts;
    }

    private static void onlyKeys(JsonNode node, String at, Set<String> allowed) {
        if (!node.isObject()) {
            throw new Wrong(at, "expected an object");
        }
        node.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!allowed.contains(name)) {
                                String names =
                                        String.join(", ", allowed.stream().sorted().toList());
                                throw new Wrong(at + "/" + name, "expected only " + names);
                            }
                        });
    }
}
