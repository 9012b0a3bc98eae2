"""The window to set up the phones at work: before the session and during it."""

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.errors import InputError
from app.presenters.console.phones import Matrices, PanelState, phones_view
from app.settings import Settings
from app.voting.codes import normal
from app.voting.phone_status import PhonesPort
from app.voting.qr import url_matrix, wifi_matrix
from app.voting.seats import Door, Seat
from resources.catalogue import Catalogue
from widgets.console.phones_panel import PhonesDialog
from widgets.console.views_phones import NetworkTyped
from widgets.controls.ask import Answer, Question, ask
from widgets.controls.button import Kind
from widgets.look import look_of, set_look

_WIDE, _HIGH = 0.86, 0.9
_MATRICES = Matrices(url=url_matrix, wifi=wifi_matrix)
_GO_ON, _CANCEL = "go_on", "cancel"


class PhonesPanel(QObject):
    """Shows one window over `over`, and follows the phones as long as it is there.

    What is typed of the Wi-Fi is kept in the settings, for the next session. No code is in
    sight until somebody asks for one.
    """

    print_asked = Signal()
    """The sheet of slips with codes is to be printed."""
    failed = Signal(object)
    """An InputError: what was asked could not be kept, and nothing changed."""

    def __init__(
        self, phones: PhonesPort, settings: Settings, texts: Catalogue, over: QWidget
    ) -> None:
        super().__init__(over)
        self._phones = phones
        self._settings = settings
        self._texts = texts
        self._state = PanelState()
        self.dialog = PhonesDialog(over)
        self._connect()
        self.refresh()
        set_look(self.dialog, look_of(over))
        self.dialog.resize(round(over.width() * _WIDE), round(over.height() * _HIGH))

    def run(self) -> None:
        """Show the window until somebody closes it; nothing of it is left then."""
        self.dialog.exec()
        self.close()

    def close(self) -> None:
        self._phones.changed.disconnect(self.refresh)
        self.dialog.close()
        self.dialog.deleteLater()
        self.deleteLater()

    @Slot()
    def refresh(self) -> None:
        view = phones_view(self._phones.status, self._state, self._texts, _MATRICES)
        self.dialog.show_view(view)

    def _connect(self) -> None:
        dialog = self.dialog
        self._phones.changed.connect(self.refresh)
        dialog.network_typed.connect(self._network_typed)
        dialog.address_chosen.connect(self._address_chosen)
        dialog.door_turned.connect(self._door_turned)
        dialog.print_asked.connect(self.print_asked)
        dialog.codes_turned.connect(self._turn_codes)
        dialog.code_stepped.connect(self._step)
        dialog.new_code_asked.connect(self._renew)

    def _set_state(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)
        self.refresh()

    @Slot(object)
    def _network_typed(self, typed: NetworkTyped) -> None:
        self._settings.change(network_name=typed.name, network_password=typed.password)
        self._phones.set_network(typed.name, typed.password)
        self.refresh()

    @Slot(object)
    def _address_chosen(self, ip: object) -> None:
        self._phones.choose_address(str(ip))
        self.refresh()

    @Slot(bool)
    def _door_turned(self, open_: bool) -> None:  # noqa: FBT001 (a signal)
        try:
            self._phones.set_door(Door.OPEN if open_ else Door.CLOSED)
        except InputError as error:
            self.failed.emit(error)
        self.refresh()

    @Slot()
    def _turn_codes(self) -> None:
        self._set_state(shown=0 if self._state.shown is None else None)

    @Slot(int)
    def _step(self, by: int) -> None:
        count = len(self._phones.status.seats)
        if self._state.shown is not None and count:
            self._set_state(shown=(self._state.shown + by) % count)

    @Slot(str)
    def _renew(self, typed: str) -> None:
        """Give the seat of a lost phone a new code, once that is sure."""
        old = normal(typed)
        seat = next((one for one in self._phones.status.seats if one.code == old), None)
        if seat is None:
            self._set_state(wrong=True, renewed=None)
            return
        self._set_state(wrong=False, renewed=None)
        if ask(self.dialog, self._question(seat)) == _GO_ON:
            try:
                renewed = self._phones.renew(seat.number)
            except InputError as error:
                self.failed.emit(error)
                return
            self.dialog.clear_lost()
            self._set_state(renewed=renewed.code)

    def _question(self, seat: Seat) -> Question:
        texts = self._texts
        return Question(
            title=texts.text("phones.lost.ask", code=seat.code),
            text=texts.text("phones.lost.ask.words"),
            answers=(
                Answer(key=_CANCEL, text=texts.text("phones.lost.ask.no")),
                Answer(key=_GO_ON, text=texts.text("phones.lost.ask.yes"), kind=Kind.PRIMARY),
            ),
            cancel=_CANCEL,
        )
