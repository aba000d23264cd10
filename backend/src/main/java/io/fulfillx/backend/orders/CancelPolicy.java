package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.FloorStore.Stage;

import java.util.List;

/** What giving up a parcel means, by how far it has come. Pure. */
final class CancelPolicy {
    private CancelPolicy() {}

    /** How far a parcel has come. */
    enum Reached {
        /** No label is bought; the plan is dropped. */
        NOT_LABELLED,
        /** The label is paid and on no paper: it is taken back. */
        LABELLED,
        /** The label is on paper: it is taken back, the tote goes to the exception bin. */
        PRINTED,
        /** Packed and still here: the label is taken back, the parcel is unpacked. */
        PACKED,
        /** On a manifest or with the driver. */
        HANDED_OVER,
        /** The carrier has seen it: no label can be taken back. */
        SCANNED,
        /** It was given up before. */
        OVER
    }

    static Reached reached(Stage stage) {
        return switch (stage.status()) {
            case "CANCELLED" -> Reached.OVER;
            case "PACKED" ->
                    switch (stage.journey()) {
                        case "HERE" -> Reached.PACKED;
                        case "MANIFESTED" -> Reached.HANDED_OVER;
                        default -> Reached.SCANNED;
                    };
            case "PLANNED" -> Reached.NOT_LABELLED;
            default -> stage.prints() > 0 ? Reached.PRINTED : Reached.LABELLED;
        };
    }

    /** Whether a station may be working on it, so that it has to answer first. */
    static boolean isAtStation(Stage stage) {
        return switch (reached(stage)) {
            case LABELLED, PRINTED -> true;
            // Its label is being replaced: the station may still work with the one before.
            case NOT_LABELLED -> stage.wasLabelled();
            case PACKED, HANDED_OVER, SCANNED, OVER -> false;
        };
    }

    static boolean isGone(Stage stage) {
        return switch (reached(stage)) {
            case HANDED_OVER, SCANNED -> true;
            case NOT_LABELLED, LABELLED, PRINTED, PACKED, OVER -> false;
        };
    }

    /** What a person is told about the parcel. */
    static String sentence(Stage stage) {
        String parcel = "Parcel " + stage.number();
        return switch (reached(stage)) {
            case NOT_LABELLED -> parcel + " has no label; nothing has to be taken back.";
            case LABELLED -> parcel + ": its label is taken back; it was not printed.";
            case PRINTED ->
                    parcel
                            + ": its label is taken back. Tear up the printed one and put "
                            + (stage.tote() == null ? "its units" : "tote " + stage.tote())
                            + " into the exception bin.";
            case PACKED ->
                    parcel
                            + ": its label is taken back. Unpack it and put its units back; the"
                            + " shop may have been told that it is on its way.";
            case HANDED_OVER ->
                    parcel
                            + " is on a manifest or with the driver. Fetch it back before it is"
                            + " scanned, or handle it as a return.";
            case SCANNED ->
                    parcel
                            + " was scanned by the carrier, who takes no label back any more."
                            + " Have it intercepted, or handle it as a return.";
            case OVER -> parcel + " was given up before.";
        };
    }

    static List<String> sentences(List<Stage> stages) {
        return stages.stream()
                .filter(stage -> reached(stage) != Reached.OVER)
                .map(CancelPolicy::sentence)
                .toList();
    }
}
