package pingmonitor.ui.server;

import atlantafx.base.controls.ToggleSwitch;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** The theme's switch, which knows only the mouse, for the keyboard and for screen readers too. */
public final class OnOffSwitch extends ToggleSwitch {

    /** A switch that is off. */
    public OnOffSwitch() {
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        // Else the keyboard stays at what the switch may hide or disable, and falls to whatever is
        // left.
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
        selectedProperty()
                .addListener(
                        (property, was, is) ->
                                notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED));
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? Boolean.valueOf(isSelected())
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            fire();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
            fire();
            event.consume();
        }
    }
}
