package io.fulfillx.backend.rules;

import io.fulfillx.backend.rules.Condition.LineCompare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules as a tree that becomes JSON. */
final class RuleWriter {
    private RuleWriter() {}

    static Map<String, Object> tree(RuleSet rules) {
        return map("format", RuleCodec.FORMAT, "rules", each(rules.rules(), RuleWriter::rule));
    }

    private static Object rule(Rule rule) {
        return map(
                "id", rule.id(),
                "name", rule.name(),
                "enabled", rule.enabled(),
                "stop", rule.stop(),
                "when", condition(rule.when()),
                "then", each(rule.then(), RuleWriter::action));
    }

    private static Object condition(Condition condition) {
        return switch (condition) {
            case Condition.All(var parts) -> map("all", each(parts, RuleWriter::condition));
            case Condition.Any(var parts) -> map("any", each(parts, RuleWriter::condition));
            case Condition.None(var parts) -> map("none", each(parts, RuleWriter::condition));
            case Condition.Compare(var field, var operator, var value) ->
                    compare(field.wire(), operator, value);
            case Condition.AnyLine(var tests) ->
                    map("lines", "any", "where", each(tests, RuleWriter::line));
            case Condition.EveryLine(var tests) ->
                    map("lines", "every", "where", each(tests, RuleWriter::line));
            case Condition.SumOfLines(var of, var tests, var operator, var value) ->
                    map(
                            "lines", "sum",
                            "of", of.wire(),
                            "where", each(tests, RuleWriter::line),
                            "operator", operator.wire(),
                            "value", plain(value));
        };
    }

    private static Object line(LineCompare test) {
        return compare(test.field().wire(), test.operator(), test.value());
    }

    private static Object compare(String field, Operator operator, Operand value) {
        return map("field", field, "operator", operator.wire(), "value", plain(value));
    }

    private static Object plain(Operand value) {
        return switch (value) {
            case Operand.Text(var text) -> text;
            case Operand.Whole(var number) -> number;
            case Operand.Flag(var flag) -> flag;
            case Operand.Texts(var texts) -> texts;
        };
    }

    private static Object action(Action action) {
        return switch (action) {
            case Action.SetService(var service) -> map("setService", service);
            case Action.AddTag(var tag) -> map("addTag", tag);
            case Action.ChooseCarton(var carton) -> map("chooseCarton", carton);
            case Action.PlaceHold(var type, var reason) ->
                    map("placeHold", map("type", type, "reason", reason));
        };
    }

    private static <T> List<Object> each(
            List<T> values, java.util.function.Function<? super T, Object> writer) {
        return values.stream().<Object>map(writer).toList();
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
