package io.fulfillx.desktop.tasks;

import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.model.station.StationTask;

/** A task in the packer's language; of a kind that this program does not know in the server's. */
final class TaskWords {
    private final Texts texts;

    TaskWords(Texts texts) {
        this.texts = texts;
    }

    String title(StationTask task) {
        return texts.find("task." + task.kind(), task.orderName(), task.place())
                .orElseGet(() -> texts.get("task.OTHER"));
    }

    /** The next step. */
    String step(StationTask task) {
        return texts.find("task." + task.kind() + ".help", task.orderName(), task.place())
                .orElseGet(task::instruction);
    }

    /** What to scan when it is done. */
    String proof(StationTask task) {
        return texts.get(
                switch (task.kind()) {
                    case "RECOUNT" -> task.place().isEmpty() ? "tasks.scan" : "tasks.scan-place";
                    case StationTask.LABEL_PARCEL -> "tasks.scan-plate";
                    default -> "tasks.scan";
                },
                task.orderName(),
                task.place());
    }

    static Icon icon(StationTask task) {
        return switch (task.kind()) {
            case "UNPACK" -> Icon.BOX;
            case "DESTROY_LABEL", "VOID_LABEL", StationTask.LABEL_PARCEL -> Icon.LABEL;
            case "RECOUNT" -> Icon.LIST;
            case "EMPTY_TOTE" -> Icon.CART;
            case "RETURN" -> Icon.BACK;
            case "HOLD_SHELF", StationTask.REFUSED_NUMBER -> Icon.HAND;
            default -> Icon.ATTENTION;
        };
    }
}
