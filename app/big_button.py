"""What the one big button does, once the workshop has said which step is next."""

from typing import TYPE_CHECKING

from app.voting.voting import Voting
from workshop_flows import commands
from workshop_flows.lead import Act, Next, Reveal

if TYPE_CHECKING:
    from app.desk import Desk


def carry_out(wanted: Next, desk: "Desk", voting: Voting) -> None:
    match wanted.act:
        case Act.GO_ON:
            assert wanted.to is not None
            desk.jump(wanted.to)
        case Act.OPEN_VOTE:
            assert wanted.subject is not None
            voting.open(wanted.subject)
        case Act.CLOSE_VOTE:
            voting.close()
        case Act.REVEAL:
            voting.reveal()
        case Act.SHOW_OWNER:
            voting.show_owner()
        case Act.SHOW_AXIS:
            desk.set_stage(reveal=Reveal.AXIS)
        case Act.FINISH:
            desk.do(commands.Finish())
