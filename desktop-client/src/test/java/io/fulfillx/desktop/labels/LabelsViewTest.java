package io.fulfillx.desktop.labels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.app.Samples;
import io.fulfillx.desktop.app.Stagehand;
import io.fulfillx.desktop.print.LabelPictures;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Theme;

import javafx.scene.Scene;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

class LabelsViewTest {
    private static final String OUT = "Keine Etiketten mehr. Neue Rolle einlegen.";

    private final Stagehand stagehand = new Stagehand();

    @Test
    void tellsOfEveryLabelAndTheSum() {
        List<String> texts = texts("labels", Theme.LIGHT, Locale.ENGLISH, "");
        assertTrue(texts.contains("3 of 9 labels are out"), texts.toString());
        assertTrue(texts.contains("Is it there?"), texts.toString());
    }

    @Test
    void putsThePrintersTroubleFirst() {
        List<String> texts = texts("labels-de", Theme.DARK, Locale.GERMAN, OUT);
        assertTrue(texts.contains("3 von 9 gedruckt"), texts.toString());
        assertTrue(texts.contains(OUT), texts.toString());
    }

    private List<String> texts(String name, Theme theme, Locale language, String trouble) {
        LabelsModel model = new LabelsModel();
        Scene scene =
                stagehand.show(
                        theme,
                        () -> new LabelsView(Texts.in(language), model, new LabelPictures()));
        show(model, new LabelRunView(rows(), true, trouble));
        stagehand.picture(scene, name);
        assertEquals(List.of(), stagehand.cutOff(scene), name);
        return stagehand.texts(scene);
    }

    @Test
    void aLongWaveLeavesTheLabelItsPlace() {
        LabelsModel model = new LabelsModel();
        Scene scene =
                stagehand.show(
                        Theme.LIGHT,
                        () -> new LabelsView(Texts.in(Locale.ENGLISH), model, new LabelPictures()));
        List<LabelRow> wave =
                Stream.generate(LabelsViewTest::rows).limit(4).flatMap(List::stream).toList();
        show(model, new LabelRunView(List.of(), false, ""));
        stagehand.texts(scene);
        show(model, new LabelRunView(wave, false, ""));
        assertEquals(List.of(), stagehand.cutOff(scene));
    }

    private void show(LabelsModel model, LabelRunView run) {
        stagehand
                .fx()
                .ask(
                        () -> {
                            model.run().set(run);
                            return true;
                        });
    }

    private static List<LabelRow> rows() {
        LabelState[] states = {
            LabelState.PRINTED,
            LabelState.REPRINTED,
            LabelState.PRINTED,
            LabelState.UNKNOWN,
            LabelState.NOT_PRINTED,
            LabelState.PRINTING,
            LabelState.WAITING,
            LabelState.WAITING,
            LabelState.WAITING
        };
        List<LabelRow> rows = new ArrayList<>();
        for (LabelState state : states) {
            int number = rows.size() + 1;
            rows.add(
                    new LabelRow(
                            number,
                            Samples.stored(number, 1, 2, WorkStage.TO_PICK),
                            state,
                            state == LabelState.PRINTED ? "device-announcement" : ""));
        }
        return rows;
    }
}
