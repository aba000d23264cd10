package io.fulfillx.printing.queue;

import io.fulfillx.printing.language.DeviceStatus;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.PrinterCondition;
import io.fulfillx.printing.language.StatusDialect;
import io.fulfillx.printing.language.StatusReading;
import io.fulfillx.printing.language.ZplOdometer;
import io.fulfillx.printing.language.ZplStatus;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The dialects known so far. */
final class Dialects {
    private Dialects() {}

    static StatusDialect of(LabelLanguage language) {
        if (language != LabelLanguage.ZPL) {
            throw new IllegalArgumentException("no status dialect yet for " + language);
        }
        return new Zpl();
    }

    private static final class Zpl implements StatusDialect {
        @Override
        public byte[] question(boolean withCount) {
            String question = ZplStatus.QUESTION + "\r\n" + (withCount ? ZplOdometer.QUESTION : "");
            return question.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public StatusReading read(byte[] received) {
            String text = new String(received, StandardCharsets.ISO_8859_1);
            var count = ZplOdometer.find(text);
            return new StatusReading(
                    ZplStatus.find(text).map(Zpl::status).orElse(null),
                    count.isPresent() ? count.getAsLong() : null,
                    ZplOdometer.refused(text),
                    List.of());
        }

        private static DeviceStatus status(ZplStatus status) {
            Set<PrinterCondition> conditions = EnumSet.noneOf(PrinterCondition.class);
            add(conditions, status.paperOut(), PrinterCondition.PAPER_OUT);
            add(conditions, status.paused(), PrinterCondition.PAUSED);
            add(conditions, status.headOpen(), PrinterCondition.HEAD_OPEN);
            add(conditions, status.ribbonOut(), PrinterCondition.RIBBON_OUT);
            long waiting = status.formatsWaiting() + status.labelsRemaining();
            add(conditions, conditions.isEmpty() && waiting > 0, PrinterCondition.PRINTING);
            return new DeviceStatus(conditions, waiting, status.receiving());
        }

        private static void add(
                Set<PrinterCondition> conditions, boolean holds, PrinterCondition condition) {
            if (holds) {
                conditions.add(condition);
            }
        }

        @Override
        public boolean announces() {
            return false;
        }

        @Override
        public byte[] announced(byte[] label, String token) {
            return label;
        }

        @Override
        public byte[] discard() {
            return "~JA".getBytes(StandardCharsets.US_ASCII);
        }
    }
}
