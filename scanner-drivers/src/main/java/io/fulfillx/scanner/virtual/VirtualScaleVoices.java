package io.fulfillx.scanner.virtual;

import io.fulfillx.scanner.scale.MassUnit;

import java.util.List;
import java.util.function.Supplier;

/**
 * The voices by the names of their protocols. A new protocol is a row here.
 *
 * @param name as in addresses
 * @param voice makes one for a new connection
 */
public record VirtualScaleVoices(String name, Supplier<VirtualScaleVoice> voice) {
    private static final List<VirtualScaleVoices> ALL =
            List.of(
                    new VirtualScaleVoices("sics", () -> new VirtualScaleSics(MassUnit.GRAM, 1)),
                    new VirtualScaleVoices("nci", () -> new VirtualScaleNci(MassUnit.POUND, 3)),
                    new VirtualScaleVoices("toledo", VirtualScaleToledo::new),
                    new VirtualScaleVoices("torrey", VirtualScaleTorrey::new),
                    new VirtualScaleVoices("cas", VirtualScaleCas::new),
                    new VirtualScaleVoices("stream", VirtualScaleStream::new),
                    new VirtualScaleVoices("hid", () -> new VirtualScaleHid(MassUnit.GRAM, 0)));

    public static List<VirtualScaleVoices> all() {
        return ALL;
    }

    /**
     * @throws IllegalArgumentException with one sentence, when there is none of this name
     */
    public static Supplier<VirtualScaleVoice> of(String name) {
        return ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "there is no protocol "
                                                + name
                                                + "; there are "
                                                + String.join(
                                                        ", ",
                                                        ALL.stream()
                                                                .map(VirtualScaleVoices::name)
                                                                .toList())))
                .voice();
    }
}
