package io.fulfillx.model.sync;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.fulfillx.model.id.OperatorId;

import org.jspecify.annotations.Nullable;

/**
 * A lead or manager wants to look after the stations from the one they stand at. One of badge and
 * PIN is given: a station knows neither, only what they hash to.
 *
 * @param badge the secret of the badge's code
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FloorSignIn(OperatorId operatorId, @Nullable String badge, @Nullable String pin) {}
