package io.fulfillx.backend.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;

class RuleCodecTest {
    private final RuleCodec codec = new RuleCodec();

    static final String EVERYTHING =
            """
            {"format": 1, "rules": [{
              "id": "r1", "name": "Heavy", "enabled": true, "stop": true,
              "when": {"all": [
                {"field": "country", "operator": "in", "value": ["US", "CA"]},
                {"field": "poBox", "operator": "equals", "value": false},
                {"any": [
                  {"field": "tags", "operator": "contains", "value": "vip"},
                  {"field": "totalMinor", "operator": "atLeast", "value": 5000}]},
                {"none": [{"lines": "any", "where": [
                  {"field": "sku", "operator": "startsWith", "value": "GIFT"}]}]},
                {"lines": "every", "where": [
                  {"field": "quantity", "operator": "lessThan", "value": 100}]},
                {"lines": "sum", "of": "weightGrams", "where": [],
                  "operator": "greaterThan", "value": 20000}]},
              "then": [{"setService": "FXG"}, {"addTag": "heavy"}, {"chooseCarton": "L"},
                {"placeHold": {"type": "OPERATOR", "reason": "two people lift"}}]}]}
            """;

    private RuleReading read(String json) {
        return codec.read(json.getBytes(StandardCharsets.UTF_8));
    }

    static String withCondition(String condition) {
        return "{\"format\":1,\"rules\":[{\"id\":\"a\",\"name\":\"A\",\"when\":"
                + condition
                + ",\"then\":[{\"addTag\":\"t\"}]}]}";
    }

    @Test
    void writesWhatItReads() {
        RuleSet rules = assertInstanceOf(RuleReading.Valid.class, read(EVERYTHING)).rules();
        assertEquals(new RuleReading.Valid(rules), codec.read(codec.write(rules)));
        assertEquals(6, ((Condition.All) rules.rules().getFirst().when()).parts().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"field\":\"contry\",\"operator\":\"equals\",\"value\":\"US\"}|/field|country",
                "{\"field\":\"country\",\"operator\":\"matches\",\"value\":\"U\"}"
                        + "|/operator|startsWith",
                "{\"field\":\"country\",\"operator\":\"atLeast\",\"value\":3}|/operator|startsWith",
                "{\"field\":\"country\",\"operator\":\"equals\",\"value\":3}|/value|text",
                "{\"field\":\"country\",\"operator\":\"in\",\"value\":\"US\"}|/value|list",
                "{\"field\":\"country\",\"operator\":\"in\",\"value\":[1]}|/value/0|text",
                "{\"field\":\"totalMinor\",\"operator\":\"equals\",\"value\":1.5}|/value|whole",
                "{\"field\":\"poBox\",\"operator\":\"equals\",\"value\":\"no\"}|/value|true or"
                        + " false",
                "{\"field\":\"country\",\"operator\":\"equals\",\"value\":\"US\",\"x\":1}|/x|only",
                "{\"lines\":\"some\"}|/lines|any, every, sum",
                "{\"lines\":\"sum\",\"of\":\"sku\"}|/of|quantity",
                "{\"lines\":\"any\",\"where\":[{\"field\":\"country\"}]}|/where/0/field|sku",
                "{\"all\":{}}|/all|list",
                "{}|''|all, any, none",
                "7|''|object"
            })
    void pointsAtTheMistakeAndSaysWhatIsAllowed(String condition, String place, String allowed) {
        var invalid = assertInstanceOf(RuleReading.Invalid.class, read(withCondition(condition)));
        assertEquals("/rules/0/when" + place, invalid.pointer());
        assertTrue(invalid.detail().contains(allowed), invalid.detail());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|''",
                "{}|/format",
                "{\"format\":2,\"rules\":[]}|/format",
                "{\"format\":1}|/rules",
                "{\"format\":1,\"rules\":[{}]}|/rules/0/then",
                "{\"format\":1,\"rules\":[{\"then\":[{\"fly\":1}]}]}|/rules/0/then/0/fly",
                "{\"format\":1,\"rules\":[{\"then\":[{\"placeHold\":{\"type\":\"MOOD\"}}]}]}"
                        + "|/rules/0/then/0/placeHold/type"
            })
    void pointsAtMistakesOutsideConditions(String json, String pointer) {
        assertEquals(pointer, assertInstanceOf(RuleReading.Invalid.class, read(json)).pointer());
    }

    @Test
    void refusesTwoRulesWithOneId() {
        String rule =
                "{\"id\":\"a\",\"name\":\"A\",\"when\":{\"all\":[]},\"then\":[{\"addTag\":\"t\"}]}";
        var invalid =
                assertInstanceOf(
                        RuleReading.Invalid.class,
                        read("{\"format\":1,\"rules\":[" + rule + "," + rule + "]}"));
        assertEquals("/rules/1/id", invalid.pointer());
    }

    @Test
    void refusesEndlessNesting() {
        String deep = "{\"all\":[".repeat(50) + "]}".repeat(50);
        assertInstanceOf(RuleReading.Invalid.class, read(withCondition(deep)));
    }
}
