package io.fulfillx.scanner.scale.protocol;

import io.fulfillx.scanner.scale.ScaleReading;

import java.util.ArrayList;
import java.util.List;

/** Torrey's table scales: {@code P} is answered by the display as text, motion is not told. */
public final class TorreyProtocol implements ScaleProtocol {
    private final Lines lines = new Lines("\r\n\u0003");
    private final ScaleSettings settings;

    public TorreyProtocol(ScaleSettings settings) {
        this.settings = settings;
    }

    @Override
    public byte[] question() {
        return new byte[] {'P'};
    }

    @Override
    public byte[] zero() {
        return NOTHING;
    }

    @Override
    public byte[] tare() {
        return NOTHING;
    }

    @Override
    public List<Heard> hear(byte[] bytes) {
        List<Heard> heard = new ArrayList<>();
        for (String line : lines.take(bytes)) {
            String digits = line.replace("\u0002", "");
            WeightText.grams(digits, settings)
                    .map(grams -> new Heard.Shown(ScaleReading.of(grams, true), digits))
                    .ifPresent(heard::add);
        }
        return heard;
    }

    @Override
    public void forget() {
        lines.forget();
    }
}
