package io.fulfillx.printing.virtual;

import static io.fulfillx.printing.language.PrinterCondition.CUTTER_FAULT;
import static io.fulfillx.printing.language.PrinterCondition.FAULT;
import static io.fulfillx.printing.language.PrinterCondition.HEAD_OPEN;
import static io.fulfillx.printing.language.PrinterCondition.OVER_TEMPERATURE;
import static io.fulfillx.printing.language.PrinterCondition.PAPER_NEAR_END;
import static io.fulfillx.printing.language.PrinterCondition.PAPER_OUT;
import static io.fulfillx.printing.language.PrinterCondition.PAUSED;
import static io.fulfillx.printing.language.PrinterCondition.RIBBON_OUT;

import io.fulfillx.printing.language.PrinterCondition;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** ZPL: {@code ~HS}, {@code ~HQES}, {@code ~HI}, {@code ~HQOD} and one variable. */
final class ZplAnswers implements Answers {
    private static final int LABEL_INCHES = 6;
    private static final Map<PrinterCondition, Integer> ERRORS =
            Map.of(
                    PAPER_OUT, 0x1,
                    RIBBON_OUT, 0x2,
                    HEAD_OPEN, 0x4,
                    CUTTER_FAULT, 0x8,
                    OVER_TEMPERATURE, 0x10,
                    FAULT, 0x40,
                    PAUSED, 0x10000);
    private static final int WARNING_NEAR_END = 0x8;

    private static final double MICROMETERS_PER_MILLIMETER = 1000;

    private final VirtualPrinterSetup setup;
    private final int heightDots;
    private final int dotsPerMillimeter;

    ZplAnswers(VirtualPrinterSetup setup) {
        this.setup = setup;
        this.heightDots = setup.canvas().height();
        this.dotsPerMillimeter =
                (int) Math.round(MICROMETERS_PER_MILLIMETER / setup.canvas().dpi().micrometers(1));
    }

    @Override
    public byte[] to(String question, PrintEngine.Reading engine) {
        return text(question, engine).getBytes(StandardCharsets.ISO_8859_1);
    }

    private String text(String question, PrintEngine.Reading engine) {
        return switch (question) {
            case "~HS" -> silenced(engine) ? "" : hostStatus(engine);
            case "~HQES" -> errorStatus(engine);
            case "~HI" ->
                    "\u0002FULFILLX-VIRTUAL,V1.0,%d,8192KB\u0003\r\n".formatted(dotsPerMillimeter);
            case "~HQOD" -> odometer(engine);
            default -> question.startsWith("! U1 getvar ") ? variable(question, engine) : "";
        };
    }

    private boolean silenced(PrintEngine.Reading engine) {
        return !setup.answersWhileStopped()
                && engine.conditions().stream().anyMatch(it -> it.stops() && it != PAUSED);
    }

    private String hostStatus(PrintEngine.Reading engine) {
        return "\u0002030,%d,%d,%04d,%03d,0,0,%d,000,0,0,%d\u0003\r\n"
                        .formatted(
                                bit(engine.is(PAPER_OUT)),
                                bit(engine.is(PAUSED)),
                                heightDots,
                                engine.formatsWaiting(),
                                bit(engine.receiving()),
                                bit(engine.is(OVER_TEMPERATURE)))
                + "\u0002001,0,%d,%d,0,2,6,0,%08d,1,000\u0003\r\n"
                        .formatted(
                                bit(engine.is(HEAD_OPEN)),
                                bit(engine.is(RIBBON_OUT)),
                                engine.labelsRemaining())
                + "\u00020000,0\u0003\r\n";
    }

    private static int bit(boolean set) {
        return set ? 1 : 0;
    }

    private static String errorStatus(PrintEngine.Reading engine) {
        int errors = engine.conditions().stream().mapToInt(it -> ERRORS.getOrDefault(it, 0)).sum();
        int warnings = engine.is(PAPER_NEAR_END) ? WARNING_NEAR_END : 0;
        return "\u0002\r\nPRINTER STATUS\r\nERRORS: %d 00000000 %08X\r\n"
                        .formatted(bit(errors != 0), errors)
                + "WARNINGS: %d 00000000 %08X\r\n\u0003".formatted(bit(warnings != 0), warnings);
    }

    private static String odometer(PrintEngine.Reading engine) {
        return "\u0002\r\nPRINT METERS\r\nTOTAL NONRESETTABLE: %d \"\r\n\u0003"
                .formatted(engine.printed() * LABEL_INCHES);
    }

    private String variable(String question, PrintEngine.Reading engine) {
        if (question.contains("\"device.host_status\"")) {
            return "\"" + hostStatus(engine) + "\"";
        }
        boolean known = setup.countsLabels() && question.contains("\"odometer.total_label_count\"");
        return known ? "\"" + engine.printed() + "\"" : "\"?\"";
    }
}
