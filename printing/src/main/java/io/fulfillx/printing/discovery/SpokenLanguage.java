package io.fulfillx.printing.discovery;

import io.fulfillx.device.transport.DeviceId;
import io.fulfillx.printing.language.LabelLanguage;

import java.util.Locale;
import java.util.Optional;

/** Which of our languages a printer says it understands. */
final class SpokenLanguage {
    private SpokenLanguage() {}

    /** The first of its command sets that is spoken here. */
    static Optional<LabelLanguage> of(DeviceId id) {
        for (String command : id.commandSets()) {
            String letters = command.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
            for (LabelLanguage language : LabelLanguage.values()) {
                if (letters.startsWith(language.name())) {
                    return Optional.of(language);
                }
            }
        }
        return Optional.empty();
    }
}
