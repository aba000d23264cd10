package io.fulfillx.printing.discovery;

import io.fulfillx.printing.language.LabelLanguage;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/**
 * A printer, or a serial port that may have one.
 *
 * @param identity stays the same when it is unplugged, moved in the list or named anew: its serial
 *     number, else the place where it is plugged in
 * @param uri the address to use; it holds the identity, not the name of the moment
 * @param description where it is now, for people
 * @param model null when it does not say
 * @param language the first language it claims that is spoken here; null when it does not say
 */
public record FoundPrinter(
        String identity,
        URI uri,
        String description,
        @Nullable String model,
        @Nullable LabelLanguage language) {}
