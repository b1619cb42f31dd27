"""A Slack stand-in on loopback: what the bot sees of Slack, and what people in it see of the bot.

It speaks the Web API to a real Bolt app and delivers signed events, commands and interactions to
it, with Slack's behaviour: three-second acks, redelivery, membership, limits and error codes. It
knows nothing of this project; tests and the playground both stand on it.

    from bot.slackroom.room import Room
    from bot.slackroom.server import SlackServer

    room = Room()
    world = room.add_channel("world", members=[room.add_person("dana")])
    with SlackServer(room) as slack:
        # the app: WebClient(token=room.bot_token, base_url=slack.base_url), room.signing_secret
        slack.connect("http://127.0.0.1:3000/slack/events")
        room.invite_bot(world)
        ts = room.post("dana", world, "see https://news.example/1")
        room.wait_for(lambda: room.messages(world, ts)[1:])

Several workspaces share one app; each has a token only once somebody there approved it:

    app = Registered(redirect_urls=["https://app.example/slack/oauth_redirect"])
    rooms = (Room(app=app), Room(app=app))
    with SlackServer(*rooms) as slack:
        # the app: app.client_id, app.client_secret, app.signing_secret
        back = rooms[0].approve("dana", address_of_slacks_page)
"""
