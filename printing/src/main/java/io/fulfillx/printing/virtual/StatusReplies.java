package io.fulfillx.printing.virtual;

/** What the printer answers when it is asked. */
final class StatusReplies {
    private static final int LABEL_INCHES = 6;
    private static final int ERROR_MEDIA_OUT = 0x1;
    private static final int ERROR_HEAD_OPEN = 0x4;
    private static final int ERROR_PAUSED = 0x10000;

    private volatile boolean countsLabels = true;

    void countsLabels(boolean counts) {
        countsLabels = counts;
    }

    /** The reply to one question, empty when it is none. */
    String to(String question, PrintEngine.Reading engine, boolean receiving) {
        return switch (question) {
            case "~HS" -> hostStatus(engine, receiving);
            case "~HQES" -> errorStatus(engine);
            case "~HI" -> "\u0002FULFILLX-VIRTUAL,V1.0,8,8192KB\u0003\r\n";
            case "~HQOD" -> odometer(engine);
            default -> question.startsWith("! U1 getvar ") ? variable(question, engine) : "";
        };
    }

    private static String hostStatus(PrintEngine.Reading engine, boolean receiving) {
        return "\u0002030,%d,%d,1218,%03d,0,0,%d,000,0,0,0\u0003\r\n"
                        .formatted(
                                bit(engine.paperOut()),
                                bit(engine.paused()),
                                engine.formatsWaiting(),
                                bit(receiving))
                + "\u0002001,0,%d,0,0,2,6,0,%08d,1,000\u0003\r\n"
                        .formatted(bit(engine.headOpen()), engine.labelsRemaining())
                + "\u00020000,0\u0003\r\n";
    }

    private static int bit(boolean set) {
        return set ? 1 : 0;
    }

    private static String errorStatus(PrintEngine.Reading engine) {
        int errors =
                (engine.paperOut() ? ERROR_MEDIA_OUT : 0)
                        | (engine.headOpen() ? ERROR_HEAD_OPEN : 0)
                        | (engine.paused() ? ERROR_PAUSED : 0);
        return "\u0002\r\nPRINTER STATUS\r\nERRORS: %d 00000000 %08X\r\n"
                        .formatted(bit(errors != 0), errors)
                + "WARNINGS: 0 00000000 00000000\r\n\u0003";
    }

    private static String odometer(PrintEngine.Reading engine) {
        return "\u0002\r\nPRINT METERS\r\nTOTAL NONRESETTABLE: %d \"\r\n\u0003"
                .formatted(engine.printed() * LABEL_INCHES);
    }

    private String variable(String question, PrintEngine.Reading engine) {
        boolean known = countsLabels && question.contains("\"odometer.total_label_count\"");
        return known ? "\"" + engine.printed() + "\"" : "\"?\"";
    }
}
