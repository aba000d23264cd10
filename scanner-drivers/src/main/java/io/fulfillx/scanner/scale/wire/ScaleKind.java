package io.fulfillx.scanner.scale.wire;

import io.fulfillx.device.posix.LineSettings;
import io.fulfillx.scanner.scale.protocol.ScaleProtocol;
import io.fulfillx.scanner.scale.protocol.ScaleSettings;

import java.util.List;
import java.util.function.Function;

/**
 * A family of scales that speak the same.
 *
 * @param name as it stands in addresses
 * @param lines the serial settings they leave the works with, the most usual first
 * @param begin begins a conversation
 */
public record ScaleKind(
        String name, List<LineSettings> lines, Function<ScaleSettings, ScaleProtocol> begin) {
    public ScaleKind {
        lines = List.copyOf(lines);
    }
}
