package io.fulfillx.backend.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.model.wire.Json;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Rules as JSON, format 1:
 *
 * <pre>{@code
 * {"format": 1, "rules": [{
 *   "id": "heavy", "name": "Heavy goods", "enabled": true, "stop": false,
 *   "when": {"all": [
 *     {"field": "country", "operator": "in", "value": ["US", "CA"]},
 *     {"lines": "sum", "of": "weightGrams", "where": [], "operator": "atLeast", "value": 20000},
 *     {"none": [{"lines": "any", "where": [
 *       {"field": "sku", "operator": "startsWith", "value": "GIFT"}]}]}]},
 *   "then": [{"setService": "FXG"}, {"addTag": "heavy"}, {"chooseCarton": "BOX-L"},
 *     {"placeHold": {"type": "OPERATOR", "reason": "two people lift"}}]}]}
 * }</pre>
 */
public final class RuleCodec {
    static final int FORMAT = 1;

    /** Reads and checks; the first mistake is named with its place and what is allowed. */
    public RuleReading read(byte[] json) {
        try {
            JsonNode root = Json.mapper().readTree(json);
            return new RuleReading.Valid(new RuleReader().read(root));
        } catch (JsonProcessingException e) {
            return new RuleReading.Invalid("", "not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuleReader.Wrong wrong) {
            return new RuleReading.Invalid(wrong.pointer(), wrong.detail());
        }
    }

    /** Writes what {@link #read} reads to the same rules. */
    public byte[] write(RuleSet rules) {
        return Json.bytes(RuleWriter.tree(rules));
    }
}
