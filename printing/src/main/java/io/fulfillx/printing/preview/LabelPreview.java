package io.fulfillx.printing.preview;

import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.preview.zpl.ZplRenderer;

import java.util.ArrayList;
import java.util.List;

/** The renderer of each language. */
public final class LabelPreview {
    private LabelPreview() {}

    /** For any number of threads. */
    public static LabelRenderer of(LabelLanguage language) {
        return language == LabelLanguage.ZPL
                ? new ZplRenderer()
                : (document, settings) -> render(language, document, settings);
    }

    /** Feeds the document to the firmware of its language and draws what it wants to print. */
    private static List<RenderedLabel> render(
            LabelLanguage language, byte[] document, PreviewSettings settings) {
        Tray tray = new Tray();
        Firmware firmware = Firmware.of(language, settings, tray);
        for (byte next : document) {
            firmware.receive(next);
        }
        return tray.labels;
    }

    /** Where labels fall; questions are not answered. */
    private static final class Tray implements PrinterBody {
        private final List<RenderedLabel> labels = new ArrayList<>();

        @Override
        public void print(ReceivedLabel label) {
            labels.add(label.drawing().draw());
        }

        @Override
        public void announce(byte[] reply) {
            // A preview has no host.
        }

        @Override
        public void command(String text) {
            // A preview has no state.
        }
    }
}
