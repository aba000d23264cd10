package io.fulfillx.desktop.tasks;

import static io.fulfillx.desktop.theme.Words.gap;
import static io.fulfillx.desktop.theme.Words.grow;
import static io.fulfillx.desktop.theme.Words.line;
import static io.fulfillx.desktop.theme.Words.wrapped;

import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Board;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.desktop.theme.Signal;
import io.fulfillx.desktop.theme.Toast;
import io.fulfillx.model.station.StationTask;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;

/** The thing to do now, large, on the left; what comes after it on the right. */
public final class TasksView extends HBox {
    private static final double GAP = 16;
    private static final double SIDE = 400;
    private static final double ARROW = 34;
    private static final double ROW_ICON = 30;
    private static final int SHOWN = 5;

    private final Texts texts;
    private final TaskWords words;
    private final Board board = new Board();
    private final Toast toast = new Toast();
    private final VBox rows = new VBox(4);
    private final VBox side;

    TasksView(Texts texts, TasksModel model) {
        super(GAP);
        this.texts = texts;
        this.words = new TaskWords(texts);
        getStyleClass().add("screen");
        side = new VBox(12, line(texts.get("tasks.after"), "type-caps"), rows, gap());
        side.getStyleClass().add("panel");
        side.setPadding(new Insets(20));
        side.setMinWidth(SIDE);
        side.setMaxWidth(SIDE);
        VBox left = new VBox(GAP, toast, grow(board));
        left.setMinWidth(0);
        getChildren().addAll(grow(left), side);
        model.open().subscribe(this::show);
        model.feedback().subscribe(this::tell);
    }

    private void show(List<StationTask> open) {
        if (open.isEmpty()) {
            board.showSign(
                    new Signal(
                            Look.GOOD,
                            Icon.TICK,
                            texts.get("tasks.none"),
                            texts.get("tasks.none.help")));
        } else {
            now(open.getFirst());
        }
        rows.getChildren().setAll(open.stream().skip(1).limit(SHOWN).map(this::row).toList());
        int hidden = open.size() - 1 - SHOWN;
        if (hidden > 0) {
            rows.getChildren().add(line(texts.get("tasks.more", hidden), "type-body", "muted"));
        }
        side.setVisible(open.size() > 1);
        side.setManaged(open.size() > 1);
    }

    private void now(StationTask task) {
        HBox then = new HBox(18, Icon.SCAN.node(ARROW), wrapped(words.proof(task), "type-heading"));
        then.setAlignment(Pos.CENTER);
        then.getStyleClass().add("then");
        board.show(
                new Signal(Look.INFO, TaskWords.icon(task), words.title(task), words.step(task)),
                gap(),
                then);
    }

    private Node row(StationTask task) {
        String title = words.title(task);
        VBox text = new VBox(2, wrapped(title, "type-body", "strong"));
        if (!title.contains(task.orderName())) {
            text.getChildren().add(line(task.orderName(), "type-small", "muted"));
        }
        text.setMinWidth(0);
        HBox row = new HBox(14, TaskWords.icon(task).node(ROW_ICON), grow(text));
        row.getStyleClass().addAll("row", "tight");
        return row;
    }

    private void tell(Feedback feedback) {
        String help = feedback.help().isEmpty() ? "" : ". " + feedback.help();
        toast.show(
                feedback.look() == Look.NEUTRAL ? Look.INFO : feedback.look(),
                feedback.headline() + help);
    }
}
