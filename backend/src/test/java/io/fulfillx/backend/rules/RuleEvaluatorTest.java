package io.fulfillx.backend.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.fulfillx.backend.rules.RuleDecision.Result;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

class RuleEvaluatorTest {
    private static final OrderFacts FACTS =
            new OrderFacts(
                    "shopify",
                    "US",
                    "OR",
                    "97205",
                    "Portland",
                    5_000,
                    "USD",
                    List.of("VIP", "wholesale"),
                    "Express",
                    false,
                    "example.com",
                    List.of(
                            new LineFacts("MUG-1", "Mug", 3, 400, 1_250),
                            new LineFacts("", "Gift card holder", 1, 20, 1_250)));

    private final RuleEvaluator evaluator = new RuleEvaluator();

    private static RuleSet rules(String json) {
        RuleReading reading = new RuleCodec().read(json.getBytes(StandardCharsets.UTF_8));
        return assertInstanceOf(RuleReading.Valid.class, reading, reading::toString).rules();
    }

    private RuleDecision decide(String json) {
        return evaluator.evaluate(rules(json), FACTS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"all\":[]}|true|always",
                "{\"any\":[]}|false|nothing to match",
                "{\"none\":[]}|true|nothing excluded applies",
                "{\"field\":\"country\",\"operator\":\"equals\",\"value\":\"us\"}"
                        + "|true|country is \"US\", which equals \"us\"",
                "{\"field\":\"country\",\"operator\":\"notEquals\",\"value\":\"US\"}"
                        + "|false|country is \"US\", not notEquals \"US\"",
                "{\"field\":\"state\",\"operator\":\"in\",\"value\":[\"WA\",\"CA\"]}"
                        + "|false|state is \"OR\", not in [\"WA\", \"CA\"]",
                "{\"field\":\"tags\",\"operator\":\"contains\",\"value\":\"vip\"}"
                        + "|true|tags is [\"VIP\", \"wholesale\"], which contains \"vip\"",
                "{\"field\":\"tags\",\"operator\":\"contains\",\"value\":\"whole\"}"
                        + "|false|tags is [\"VIP\", \"wholesale\"], not contains \"whole\"",
                "{\"field\":\"totalQuantity\",\"operator\":\"atLeast\",\"value\":4}"
                        + "|true|totalQuantity is 4, which atLeast 4",
                "{\"field\":\"totalWeightGrams\",\"operator\":\"lessThan\",\"value\":1220}"
                        + "|false|totalWeightGrams is 1220, not lessThan 1220",
                "{\"field\":\"totalMinor\",\"operator\":\"greaterThan\",\"value\":4999}"
                        + "|true|totalMinor is 5000, which greaterThan 4999",
                "{\"field\":\"lineCount\",\"operator\":\"atMost\",\"value\":1}"
                        + "|false|lineCount is 2, not atMost 1",
                "{\"field\":\"poBox\",\"operator\":\"equals\",\"value\":true}"
                        + "|false|poBox is false, not equals true",
                "{\"field\":\"postalCode\",\"operator\":\"startsWith\",\"value\":\"97\"}"
                        + "|true|postalCode is \"97205\", which startsWith \"97\"",
                "{\"none\":[{\"field\":\"country\",\"operator\":\"equals\",\"value\":\"US\"}]}"
                        + "|false|country is \"US\", which equals \"US\", which is excluded",
                "{\"lines\":\"any\",\"where\":[{\"field\":\"sku\",\"operator\":\"startsWith\","
                        + "\"value\":\"MUG\"}]}|true|line MUG-1 matches",
                "{\"lines\":\"every\",\"where\":[{\"field\":\"sku\",\"operator\":\"startsWith\","
                        + "\"value\":\"MUG\"}]}"
                        + "|false|line \"Gift card holder\": sku is \"\", not startsWith \"MUG\"",
                "{\"lines\":\"sum\",\"of\":\"priceMinor\",\"where\":[{\"field\":\"sku\","
                        + "\"operator\":\"contains\",\"value\":\"mug\"}],\"operator\":\"equals\","
                        + "\"value\":3750}|true|the sum of priceMinor is 3750, which equals 3750"
            })
    void decidesAConditionAndSaysWhy(String condition, boolean holds, String words) {
        RuleDecision.Reason reason =
                decide(RuleCodecTest.withCondition(condition)).why().getFirst();
        assertEquals(holds ? Result.MATCHED : Result.NOT_MATCHED, reason.result());
        assertEquals(words, reason.words());
    }

    @Test
    void namesTheFirstPartThatFailed() {
        RuleDecision decision = decide(RuleCodecTest.EVERYTHING);
        assertEquals(
                "the sum of weightGrams is 1220, not greaterThan 20000",
                decision.why().getFirst().words());
        assertNull(decision.service());
    }

    private static String rule(String id, String extra, String actions) {
        return "{\"id\":\"%s\",\"name\":\"%s\",%s\"when\":{\"all\":[]},\"then\":[%s]}"
                .formatted(id, id, extra, actions);
    }

    @Test
    void laterRulesOverrideEarlierOnesAndTagsAndHoldsAddUp() {
        String hold = "{\"placeHold\":{\"type\":\"FRAUD\",\"reason\":\"look\"}}";
        RuleDecision decision =
                decide(
                        "{\"format\":1,\"rules\":["
                                + rule(
                                        "a",
                                        "",
                                        "{\"setService\":\"FXG\"},{\"addTag\":\"x\"}," + hold)
                                + ","
                                + rule(
                                        "b",
                                        "",
                                        "{\"setService\":\"FXE\"},{\"addTag\":\"x\"}," + hold)
                                + "]}");
        assertEquals("FXE", decision.service());
        assertEquals(List.of("x"), decision.tags());
        assertEquals(List.of(new Action.PlaceHold("FRAUD", "look")), decision.holds());
        assertEquals("service FXE, instead of FXG", decision.why().get(1).effects().getFirst());
    }

    @Test
    void stopsAndSkipsAndTellsWhichRulesWereNotLookedAt() {
        RuleDecision decision =
                decide(
                        "{\"format\":1,\"rules\":["
                                + rule("off", "\"enabled\":false,", "{\"addTag\":\"0\"}")
                                + ","
                                + rule("last", "\"stop\":true,", "{\"addTag\":\"1\"}")
                                + ","
                                + rule("never", "", "{\"addTag\":\"2\"}")
                                + "]}");
        assertEquals(List.of("1"), decision.tags());
        assertEquals(
                List.of(Result.DISABLED, Result.MATCHED, Result.SKIPPED),
                decision.why().stream().map(RuleDecision.Reason::result).toList());
    }

    @Test
    void decidesTheSameEveryTime() {
        assertEquals(decide(RuleCodecTest.EVERYTHING), decide(RuleCodecTest.EVERYTHING));
    }
}
